package id.simpul.mapping;

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.yaml.snakeyaml.nodes.Node;

import id.simpul.pegawai.CodeLists;

/**
 * What the head of a mapping file sets for all its datasets.
 *
 * @param codes the source's own code tables: raw value to where its meaning stands in the
 * file
 * @param lookups names of the source's own code tables that are read from the source
 */
record Vocabulary(CodeLists national, NullTokens tokens, List<DateForm> dates, Map<String, Map<String, Node>> codes,
		Set<String> lookups) {
}
