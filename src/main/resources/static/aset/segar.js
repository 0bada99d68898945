'use strict';
// Renews the page's content while runs are under way, and sends a filter as soon as it is chosen. Pages work without it.
// The answer is parsed by the browser as a document, never written as text into the page.
(function () {
	var PATIENCE = 10 * 60 * 1000;
	var lastTouch = Date.now();
	['pointerdown', 'keydown', 'scroll'].forEach(function (name) {
		document.addEventListener(name, function () { lastTouch = Date.now(); }, { passive: true });
	});

	document.addEventListener('change', function (event) {
		if (event.target.hasAttribute('data-kirim')) {
			event.target.form.submit();
		}
	});

	function busy(main) {
		var active = document.activeElement;
		return document.hidden || Date.now() - lastTouch > PATIENCE
			|| (main.contains(active) && active !== main);
	}

	function later() {
		var main = document.getElementById('isi');
		var seconds = main && main.getAttribute('data-segar');
		if (seconds) {
			window.setTimeout(function () { renew(main); }, seconds * 1000);
		}
	}

	function renew(main) {
		if (busy(main)) {
			later();
			return;
		}
		var request = new XMLHttpRequest();
		request.open('GET', window.location.href);
		request.responseType = 'document';
		request.onload = function () {
			var fresh = request.response && request.response.getElementById('isi');
			if (request.status !== 200 || !fresh) {
				window.location.reload();
				return;
			}
			main.replaceWith(document.adoptNode(fresh));
			later();
		};
		request.onerror = later;
		request.send();
	}

	later();
})();
