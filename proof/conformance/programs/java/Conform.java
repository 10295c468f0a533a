import com.tencentyun.TLSSigAPIv2;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.json.JSONObject;

/** Answers `usersig conform --lines` with the official program for Java. */
public class Conform {
    public static void main(String[] args) throws Exception {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        PrintStream out = new PrintStream(System.out, true, "UTF-8");
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            JSONObject result = new JSONObject();
            try {
                answer(new JSONObject(line), result);
            } catch (Exception error) {
                result.put("error", String.valueOf(error.getMessage()));
            }
            out.println(result.toString().replace("\n", ""));
        }
    }

    private static void answer(JSONObject request, JSONObject result) throws Exception {
        String kind = request.optString("kind");
        if (!request.getString("op").equals("sign") || kind.equals("userSigWithUserBuf")) {
            result.put("unsupported", true);
            return;
        }
        TLSSigAPIv2 api = new TLSSigAPIv2(request.getLong("sdkAppId"), request.getString("secretKey"));
        String user = request.getString("userId");
        long expire = request.getLong("expire");
        if (kind.equals("userSig")) {
            result.put("ticket", api.genUserSig(user, expire));
        } else if (request.has("roomId")) {
            result.put("ticket", api.genPrivateMapKey(user, expire, request.getLong("roomId"), request.getLong("privilegeMap")));
        } else {
            result.put("ticket", api.genPrivateMapKeyWithStringRoomID(user, expire, request.getString("strRoomId"), request.getLong("privilegeMap")));
        }
    }
}
