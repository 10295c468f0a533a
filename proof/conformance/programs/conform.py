"""Answers `usersig conform --lines` with the official program for Python."""
import contextlib
import json
import sys

from TLSSigAPIv2 import TLSSigAPIv2


def answer(request):
    if request["op"] != "sign" or request["kind"] == "userSigWithUserBuf":
        return {"unsupported": True}
    api = TLSSigAPIv2(request["sdkAppId"], request["secretKey"])
    user, expire = request["userId"], request["expire"]
    if request["kind"] == "userSig":
        ticket = api.genUserSig(user, expire)
    elif "roomId" in request:
        ticket = api.genPrivateMapKey(user, expire, request["roomId"], request["privilegeMap"])
    else:
        ticket = api.genPrivateMapKeyWithStringRoomID(user, expire, request["strRoomId"], request["privilegeMap"])
    return {"ticket": ticket if isinstance(ticket, str) else ticket.decode()}


for line in sys.stdin:
    try:
        # It prints the user buffers that it makes.
        with contextlib.redirect_stdout(sys.stderr):
            result = answer(json.loads(line))
    except Exception as error:
        result = {"error": str(error)}
    print(json.dumps(result), flush=True)
