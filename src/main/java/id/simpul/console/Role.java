package id.simpul.console;

/** What a person may do. */
enum Role {

	/** Runs the installation. */
	ADMIN,
	/** Watches over all instansi, as the BKD of a province does. */
	OFFICER,
	/** Works for one instansi and sees only that one. */
	OPERATOR;

	/** The name by which the rules of access know it. */
	String authority() {
		return "ROLE_" + name();
	}

}
