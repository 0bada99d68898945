package id.simpul.mapping;

import java.util.List;

/**
 * How a value comes out of a row, compiled from a field specification. Gives the finished
 * value, {@code null} for nothing, or a {@link Fault}.
 */
interface Spec {

	Object evaluate(Cells cells);

	/** A column, cleaned up and converted. */
	record Column(int slot, Finish finish) implements Spec {

		@Override
		public Object evaluate(Cells cells) {
			String text = cells.text(this.slot);
			return (text != null) ? this.finish.apply(text, cells) : null;
		}

	}

	/** A value of its own, the same for every row. */
	record Constant(Object value) implements Spec {

		@Override
		public Object evaluate(Cells cells) {
			return this.value;
		}

	}

	/** The first that is not empty. */
	record Coalesce(List<Spec> specs) implements Spec {

		@Override
		public Object evaluate(Cells cells) {
			for (Spec spec : this.specs) {
				Object value = spec.evaluate(cells);
				if (value != null) {
					return value;
				}
			}
			return null;
		}

	}

	/** Several texts in one, what is empty left out. */
	record Join(List<Spec> parts, String with, Finish finish) implements Spec {

		@Override
		public Object evaluate(Cells cells) {
			StringBuilder joined = new StringBuilder();
			for (Spec part : this.parts) {
				Object value = part.evaluate(cells);
				if (value instanceof Fault) {
					return value;
				}
				if (value != null) {
					joined.append(joined.isEmpty() ? "" : this.with).append(value);
				}
			}
			String text = cells.clean(joined.toString());
			return (text != null) ? this.finish.apply(text, cells) : null;
		}

	}

	/** The first branch whose conditions hold. */
	record Switch(List<Branch> branches) implements Spec {

		/**
		 * @param when none for the last branch, {@code else}
		 */
		record Branch(List<Condition> when, Spec then) {
		}

		@Override
		public Object evaluate(Cells cells) {
			for (Branch branch : this.branches) {
				if (Condition.allHold(branch.when(), cells)) {
					return branch.then().evaluate(cells);
				}
			}
			return null;
		}

	}

	/** Another value where there is none. */
	record Default(Spec spec, Object value) implements Spec {

		@Override
		public Object evaluate(Cells cells) {
			Object own = this.spec.evaluate(cells);
			return (own != null) ? own : this.value;
		}

	}

}
