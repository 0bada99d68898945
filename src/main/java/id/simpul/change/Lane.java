package id.simpul.change;

/**
 * The right to move the changes of one instansi. Every holder has an epoch of its own:
 * what an earlier holder still tries to write changes nothing.
 */
public record Lane(String instansi, RegistryKind kind, long epoch) {
}
