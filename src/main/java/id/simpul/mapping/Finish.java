package id.simpul.mapping;

import java.util.List;

/**
 * What happens to a text on its way to a value: functions and look-ups in order, then the
 * conversion to the type of the field.
 */
record Finish(List<Step> steps, Conversion conversion) {

	/** Takes a text and gives a text, {@code null} for nothing, or a {@link Fault}. */
	interface Step {

		Object apply(String text, Cells cells);

	}

	/**
	 * Takes a text that is not empty and gives a value of the field's type, {@code null}
	 * or a {@link Fault}.
	 */
	interface Conversion {

		Object convert(String text);

	}

	Object apply(String raw, Cells cells) {
		String text = raw;
		for (int i = 0; i < this.steps.size(); i++) {
			Object next = this.steps.get(i).apply(text, cells);
			if (!(next instanceof String given)) {
				return next;
			}
			text = cells.clean(given);
			if (text == null) {
				return null;
			}
		}
		return this.conversion.convert(text);
	}

}
