package id.simpul.national;

import java.util.Map;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;

/**
 * The calls we make of contract section 2. Every one carries both tokens and asks for
 * JSON; the answer is judged by its body, so all give the bare response.
 */
@Produces("application/json")
@Consumes("application/json")
interface SiasnApi {

	@GET
	@Path("pns/data-utama/{nip}")
	Response dataUtama(@HeaderParam("Authorization") String apim, @HeaderParam("Auth") String sso,
			@PathParam("nip") String nip);

	@GET
	@Path("pns/data-utama/paruhwaktu/{nip}")
	Response dataUtamaParuhWaktu(@HeaderParam("Authorization") String apim, @HeaderParam("Auth") String sso,
			@PathParam("nip") String nip);

	@GET
	@Path("pns/{history}/{nip}")
	Response history(@HeaderParam("Authorization") String apim, @HeaderParam("Auth") String sso,
			@PathParam("history") String history, @PathParam("nip") String nip);

	@POST
	@Path("{save:.+}")
	Response save(@HeaderParam("Authorization") String apim, @HeaderParam("Auth") String sso,
			@PathParam(value = "save") String path, Map<String, Object> body);

	@GET
	@Path("pns/data-utama-jabatansync")
	Response jabatanSync(@HeaderParam("Authorization") String apim, @HeaderParam("Auth") String sso,
			@QueryParam("pns_orang_id") String pnsId);

}
