package id.simpul.console;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import id.simpul.change.Redrives.Content;
import id.simpul.change.Redrives.Result;
import id.simpul.report.Deliveries;
import id.simpul.report.Delivery;
import id.simpul.report.Scope;
import id.simpul.source.InstansiList;

/**
 * Takes a person's word that changes be tried again. Whoever sees a change may say so: an
 * operator for the own instansi, the others for all.
 */
@Page
class RedriveForm {

	/** One press sends no more again, so that others get their turn in between. */
	static final int AT_ONCE = 1000;

	static final int LONGEST_WHY = 400;

	private final InstansiList instansi;

	private final Deliveries deliveries;

	private final Redrive redrive;

	private final RunNow runNow;

	RedriveForm(InstansiList instansi, Deliveries deliveries, Redrive redrive, RunNow runNow) {
		this.instansi = instansi;
		this.deliveries = deliveries;
		this.redrive = redrive;
		this.runNow = runNow;
	}

	/** One change. */
	@PostMapping("/kiriman/{id}/ulang")
	String one(Viewer viewer, @PathVariable long id, @RequestParam String isi,
			@RequestParam(defaultValue = "") String alasan, @RequestParam(required = false) String instansi,
			@RequestParam(required = false) String status, @RequestParam(required = false) String sebab,
			RedirectAttributes answer) {
		Delivery change = change(viewer, id);
		Address back = back(viewer, instansi, status, sebab);
		return again(viewer, change.instansi(), Set.of(id), content(isi), alasan, back, String.valueOf(id), answer);
	}

	/** Everything of an instansi that lies on one shelf for one cause. */
	@PostMapping("/kiriman/ulang")
	String all(Viewer viewer, @RequestParam String instansi, @RequestParam String status, @RequestParam String sebab,
			@RequestParam String isi, @RequestParam(defaultValue = "") String alasan,
			@RequestParam(defaultValue = "") String saring, RedirectAttributes answer) {
		Scope scope = viewer.scope(this.instansi).narrow(instansi);
		Shelf shelf = Shelf.named(status).filter(Shelf::isRedrivable).orElseThrow(RedriveForm::absent);
		if (!scope.sees(instansi)) {
			throw absent();
		}
		Set<Long> ids = this.deliveries.ids(scope, shelf.states(), sebab, AT_ONCE);
		return again(viewer, instansi, ids, content(isi), alasan, back(viewer, saring, status, sebab), DeliveryPage.ALL,
				answer);
	}

	/** A change of which a person has seen that it is there. */
	@PostMapping("/kiriman/{id}/pastikan")
	String confirm(Viewer viewer, @PathVariable long id, @RequestParam(defaultValue = "") String alasan,
			@RequestParam(required = false) String instansi, @RequestParam(required = false) String status,
			@RequestParam(required = false) String sebab, RedirectAttributes answer) {
		Delivery change = change(viewer, id);
		Address back = back(viewer, instansi, status, sebab);
		Optional<String> why = why(alasan);
		if (why.isEmpty()) {
			answer.addFlashAttribute("kabar", "kabar.alasan");
			return "redirect:" + back.with("ulang", id);
		}
		boolean confirmed = this.redrive.confirm(change.instansi(), id, viewer.username(), why.get());
		answer.addFlashAttribute("kabar", confirmed ? "kabar.dipastikan" : "kabar.tidak-dititipkan");
		return "redirect:" + back;
	}

	private String again(Viewer viewer, String kode, Set<Long> ids, Content content, String alasan, Address back,
			String form, RedirectAttributes answer) {
		Optional<String> why = why(alasan);
		if (why.isEmpty()) {
			answer.addFlashAttribute("kabar", "kabar.alasan");
			return "redirect:" + back.with("ulang", form);
		}
		Result result = this.redrive.again(kode, ids, content, viewer.username(), why.get());
		if (result.awaiting() > 0) {
			this.runNow.start(kode, viewer.username());
		}
		answer.addFlashAttribute("hasil", parts(result));
		return "redirect:" + back;
	}

	/** What came of it, by the end of the key that says so; only what there is. */
	private static Map<String, Integer> parts(Result result) {
		Map<String, Integer> parts = new LinkedHashMap<>();
		parts.put("dikirim", result.redriven());
		parts.put("dibaca", result.awaiting());
		parts.put("berjalan", result.underWay());
		parts.put("diterima", result.delivered());
		parts.put("digantikan", result.replaced());
		parts.values().removeIf((count) -> count == 0);
		return parts;
	}

	/** Another's change is answered like one that never was. */
	private Delivery change(Viewer viewer, long id) {
		return this.deliveries.find(viewer.scope(this.instansi), id).orElseThrow(RedriveForm::absent);
	}

	/** The reason as people see it; empty when there is none, or it is too long. */
	private static Optional<String> why(String typed) {
		return Optional.of(typed.replace("\r\n", "\n").strip())
			.filter((why) -> !why.isEmpty() && why.length() <= LONGEST_WHY);
	}

	private static Content content(String isi) {
		for (Content content : Content.values()) {
			if (content.name().toLowerCase(Locale.ROOT).equals(isi)) {
				return content;
			}
		}
		throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
	}

	/** The list as it was filtered; what is no filter is not carried on. */
	private Address back(Viewer viewer, String kode, String status, String sebab) {
		Optional<Shelf> shelf = Shelf.named(status);
		boolean seen = viewer.scope(this.instansi).sees(kode);
		boolean cause = shelf.filter(Shelf::isRedrivable).isPresent() && DeliveryPage.isCause(sebab);
		return Address.of("/kiriman")
			.with("instansi", seen ? kode : null)
			.with("status", shelf.map(Shelf::slug).orElse(null))
			.with("sebab", cause ? sebab : null);
	}

	private static ResponseStatusException absent() {
		return new ResponseStatusException(HttpStatus.NOT_FOUND);
	}

}
