package id.simpul.cli;

/** The rounds with state in an H2 file, as the demo runs. */
class ProvinceOnH2Test extends ProvinceRounds {

	@Override
	void keepStateIn(Home home) {
		// what the repository's own configuration says
	}

}
