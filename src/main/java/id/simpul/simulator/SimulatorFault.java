package id.simpul.simulator;

/** The simulated registry cannot start. */
public final class SimulatorFault extends IllegalStateException {

	private static final long serialVersionUID = 1L;

	SimulatorFault(String message, Throwable cause) {
		super(message, cause);
	}

}
