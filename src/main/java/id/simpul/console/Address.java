package id.simpul.console;

import org.springframework.web.util.UriComponentsBuilder;

/**
 * Addresses of pages with filter and place in the list; what is not set is not in them.
 */
public final class Address {

	private final UriComponentsBuilder address;

	private Address(String path) {
		this.address = UriComponentsBuilder.fromPath(path);
	}

	static Address of(String path) {
		return new Address(path);
	}

	/** The same with a parameter, or without it when the value is empty. */
	public Address with(String name, Object value) {
		Address other = of(this.address.build().getPath());
		other.address.queryParams(this.address.build().getQueryParams());
		if (value == null || value.toString().isEmpty()) {
			other.address.replaceQueryParam(name);
		}
		else {
			other.address.replaceQueryParam(name, value);
		}
		return other;
	}

	@Override
	public String toString() {
		return this.address.encode().build().toUriString();
	}

}
