package id.simpul.change;

/**
 * Somebody else moves the changes of this instansi now, or this one has moved already.
 */
@SuppressWarnings("serial") // never serialised
public final class LaneLost extends IllegalStateException {

	public LaneLost(String message) {
		super(message);
	}

}
