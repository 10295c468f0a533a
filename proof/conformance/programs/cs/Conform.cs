// Answers `usersig conform --lines` with the official program for C#.
using System;
using System.Collections.Generic;
using System.IO;
using System.Text;
using System.Web.Script.Serialization;
using tencentyun;

static class Conform
{
    static readonly JavaScriptSerializer Json = new JavaScriptSerializer();

    static void Main()
    {
        var input = new StreamReader(Console.OpenStandardInput(), new UTF8Encoding(false));
        var output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false)) { AutoFlush = true };
        // It prints the user buffers that it makes.
        Console.SetOut(Console.Error);
        for (string line = input.ReadLine(); line != null; line = input.ReadLine())
        {
            var result = new Dictionary<string, object>();
            try
            {
                Answer(Json.Deserialize<Dictionary<string, object>>(line), result);
            }
            catch (Exception error)
            {
                result["error"] = error.Message;
            }
            output.WriteLine(Json.Serialize(result));
        }
    }

    static void Answer(Dictionary<string, object> request, Dictionary<string, object> result)
    {
        if ((string)request["op"] != "sign" || (string)request["kind"] == "userSigWithUserBuf")
        {
            result["unsupported"] = true;
            return;
        }
        var api = new TLSSigAPIv2(checked((int)Convert.ToInt64(request["sdkAppId"])), (string)request["secretKey"]);
        var user = (string)request["userId"];
        var expire = Convert.ToInt32(request["expire"]);
        if ((string)request["kind"] == "userSig") result["ticket"] = api.genUserSig(user, expire);
        else if (request.ContainsKey("roomId"))
            result["ticket"] = api.genPrivateMapKey(user, expire, Convert.ToUInt32(request["roomId"]), Rights(request));
        else
            result["ticket"] = api.genPrivateMapKeyWithStringRoomID(user, expire, (string)request["strRoomId"], Rights(request));
    }

    static uint Rights(Dictionary<string, object> request)
    {
        return Convert.ToUInt32(request["privilegeMap"]);
    }
}
