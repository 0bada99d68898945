package id.simpul.national;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;

import id.simpul.national.UnreadRegistry.BatchReply;

/**
 * Sends a batch; where the registry refuses it whole for the sake of some, halves it
 * until those stand alone: ⌈n/limit⌉ + 2·b·⌈log2 limit⌉ calls at most for n changes of
 * which b are bad.
 */
final class Bisection {

	private Bisection() {
	}

	/**
	 * @param batch not longer than one call may carry
	 * @param send makes one call
	 * @param settle is given each change and what came of it, in order
	 * @return {@code null}, or the trouble by which the rest was left unsent
	 */
	static <T> Trouble send(List<T> batch, Function<List<T>, BatchReply> send, BiConsumer<T, Reply> settle) {
		BatchReply answer = send.apply(batch);
		if (answer instanceof BatchReply.Each each) {
			Trouble trouble = null;
			for (int i = 0; i < batch.size(); i++) {
				settle.accept(batch.get(i), each.replies().get(i));
				trouble = (trouble != null) ? trouble : Reply.trouble(each.replies().get(i));
			}
			return trouble;
		}
		if (answer instanceof BatchReply.WholeRefused refused && batch.size() > 1) {
			int half = batch.size() / 2;
			Trouble trouble = send(batch.subList(0, half), send, settle);
			List<T> rest = batch.subList(half, batch.size());
			if (trouble == null) {
				return send(rest, send, settle);
			}
			// refused a moment ago, so none of these is there
			rest.forEach((one) -> settle.accept(one, new Reply.NotSaved(trouble)));
			return trouble;
		}
		Reply reply = (answer instanceof BatchReply.WholeRefused refused) ? new Reply.Refused(refused.words())
				: ((BatchReply.All) answer).reply();
		batch.forEach((one) -> settle.accept(one, reply));
		return Reply.trouble(reply);
	}

}
