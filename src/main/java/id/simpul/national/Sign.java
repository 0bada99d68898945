package id.simpul.national;

/**
 * What a visit has shown of the registry.
 *
 * @param answered whether it answers as it should
 * @param trouble what was met, or {@code null}
 */
record Sign(boolean answered, Trouble trouble) {

	/**
	 * The registry was not asked, or gave an answer that says nothing about the others.
	 */
	static final Sign NONE = new Sign(false, null);

	static Sign of(Trouble trouble) {
		return new Sign(trouble == null, trouble);
	}

}
