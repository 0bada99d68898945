package id.simpul.console;

import org.springframework.web.bind.annotation.GetMapping;

/** Where people sign in. */
@Page
class SignInPage {

	@GetMapping(ConsoleSecurity.SIGN_IN)
	String show() {
		return "masuk";
	}

}
