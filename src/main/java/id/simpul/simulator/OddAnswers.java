package id.simpul.simulator;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/**
 * Answers that no client hopes for: of a registry in trouble, or of what stands before
 * it.
 */
final class OddAnswers {

	private OddAnswers() {
	}

	static Answer proxy(int status) {
		return Answer.text(status, Answer.HTML, "<html><body><h1>" + status + " Bad Gateway</h1></body></html>");
	}

	static Answer throttled() {
		return Answer.gateway(429, "900802", "Message throttled out", "You have exceeded your quota");
	}

	static Answer suspended() {
		return Answer.json(503, Json.of("code", "303001", "type", "Status report", "message", "Runtime Error",
				"description", "Currently , Address endpoint : [ Name : siasn ] [ State : SUSPENDED ]"));
	}

	static Answer maintenance() {
		return Answer.text(503, Answer.HTML,
				"<!doctype html><html lang=\"id\"><head><title>Pemeliharaan</title></head><body>"
						+ "<h1>Sistem sedang dalam pemeliharaan</h1></body></html>");
	}

	static Answer internalError() {
		return Answer.json(500, Json.of("code", 0, "data", null, "message", "Internal Server Error"));
	}

	static Answer empty() {
		return Answer.text(200, Answer.JSON, "");
	}

	static Answer truncated() {
		return Answer.text(200, Answer.JSON, "{\"success\":true,\"mapData\":{\"rwJabatanId\":\"c0ffee00-11");
	}

	static Answer invalidUtf8() {
		// in ISO 8859-1 a letter of its own, in UTF-8 the start of one that never comes
		return new Answer(200, Answer.JSON, Map.of(),
				"{\"success\":true,\"mapData\":\"c0ffee00\u00c3\",\"message\":\"success\"}"
					.getBytes(StandardCharsets.ISO_8859_1));
	}

	static Answer loginPage() {
		return Answer.text(200, Answer.HTML,
				"<!doctype html><html lang=\"id\"><head><title>Masuk</title></head><body>"
						+ "<form method=\"post\" action=\"/masuk\"><input name=\"username\">"
						+ "<input name=\"password\" type=\"password\"></form></body></html>");
	}

	static Answer redirect(String location) {
		return Answer.text(302, Answer.HTML, "").header("Location", location);
	}

	static Answer endless(long bytes) {
		return Answer.written((out) -> fill(out, "{\"code\":1,\"data\":\"", bytes));
	}

	static Answer gzipBomb(long bytes) {
		return Answer.written((out) -> {
			GZIPOutputStream packed = new GZIPOutputStream(out, 1 << 16);
			fill(packed, "{\"code\":1,\"data\":\"", bytes);
			packed.finish();
		}).header("Content-Encoding", "gzip");
	}

	/** The start, and then one letter for as long as it takes. */
	private static void fill(OutputStream out, String start, long bytes) throws IOException {
		out.write(start.getBytes(StandardCharsets.US_ASCII));
		byte[] block = new byte[1 << 16];
		Arrays.fill(block, (byte) 'x');
		for (long left = bytes - start.length(); left > 0; left -= block.length) {
			out.write(block, 0, (int) Math.min(left, block.length));
		}
	}

	/** The refusals of section 4 of the contract, and what is neither yes nor no. */
	static List<Answer> errorsInside() {
		return """
				{"success":false,"mapData":null,"message":"Data tidak dapat disimpan"}
				{"success":"false","mapData":null,"message":"Data tidak dapat disimpan"}
				{"success":null}
				{"success":true,"mapData":null,"message":"success"}
				{"code":0,"data":null,"message":"1 errors occurred:\\n\\t* UnorID is required\\n\\n"}
				{"code":0,"data":"Token SSO mismatch","message":"Token SSO mismatch"}
				{"code":"0","data":"Data tidak ditemukan","message":"data tidak ditemukan"}
				{"code":"303001","type":"Status report","message":"Runtime Error"}
				{"Error":"true","Message":"Gagal sinkron"}
				{"Error":true,"Message":"Gagal sinkron"}
				{"message":"invalid or expired jwt"}
				{"message":"Internal Server Error"}
				{"fault":{"code":900901,"message":"Invalid Credentials","description":""}}
				{"error":"invalid_grant","error_description":"Invalid user credentials"}
				{}
				[]
				null
				"OK"
				true
				42
				""".lines().map((body) -> Answer.text(200, Answer.JSON, body)).toList();
	}

}
