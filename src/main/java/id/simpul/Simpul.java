package id.simpul;

import id.simpul.cli.SimpulCommand;

/** Where the program begins. */
public final class Simpul {

	private Simpul() {
	}

	public static void main(String[] args) {
		Heap.limit();
		System.exit(SimpulCommand.run(args));
	}

}
