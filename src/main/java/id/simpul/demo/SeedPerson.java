package id.simpul.demo;

import java.util.List;
import java.util.Map;

/**
 * One person as the registry holds them at the start.
 *
 * @param dataUtama in the keys of a read
 * @param rows by resource of the registry, in the keys of a read
 */
public record SeedPerson(String instansi, Map<String, Object> dataUtama, Map<String, List<Map<String, Object>>> rows) {
}
