package id.simpul.mapping;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class TitlesTest {

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "Dr. H. SITI CONTOH, S.Kom., M.Si|Dr. H.|SITI CONTOH|S.Kom., M.Si",
					"SITI CONTOH|''|SITI CONTOH|''", "Dr.H.BUDI CONTOH,SE,MM|Dr. H.|BUDI CONTOH|SE, MM",
					"drg. Siti Contoh, Sp.KG|drg.|Siti Contoh|Sp.KG", "IR. BUDI  CONTOH , M.T.|IR.|BUDI CONTOH|M.T.",
					"Hj SITI CONTOH S.Pd.I|Hj|SITI CONTOH|S.Pd.I", "BUDI CONTOH, Drs., M.Pd|Drs.|BUDI CONTOH|M.Pd",
					"SITI SE|''|SITI SE|''", "BUDI CONTOH, Palembang|''|BUDI CONTOH, Palembang|''",
					"A. BUDI CONTOH, A.Md.Kep|''|A. BUDI CONTOH|A.Md.Kep", "H|''|H|''",
					"BUDI CONTOH,|''|BUDI CONTOH|''", "Prof. Dr. BUDI CONTOH, S.Xyz|Prof. Dr.|BUDI CONTOH|S.Xyz" })
	void partsTitlesFromTheName(String text, String front, String name, String back) {
		assertThat(Titles.split(text)).isEqualTo(new Titles(front, name, back));
	}

}
