package id.simpul.cli;

/** With state in a file of the data folder, as it comes. */
class WrongFilesOnH2Test extends WrongFiles {

	@Override
	void keepStateIn(Home home) {
		// as it comes
	}

}
