// Answers `usersig conform --lines` with the official program for C++.
#include <iostream>
#include <string>
#include "rapidjson/document.h"
#include "rapidjson/stringbuffer.h"
#include "rapidjson/writer.h"
#include "tls_sig_api_v2.h"

static std::string answer(const std::string &line, std::string &ticket, std::string &error) {
    rapidjson::Document request;
    request.Parse(line.c_str());
    const std::string op = request["op"].GetString();
    const std::string kind = op == "sign" ? request["kind"].GetString() : "";
    if (kind == "" || kind == "userSigWithUserBuf") return "unsupported";
    if (!request["sdkAppId"].IsUint() || !request["expire"].IsInt()) {
        error = "a number is out of range";
        return "error";
    }
    const uint32_t app = request["sdkAppId"].GetUint();
    const std::string user(request["userId"].GetString(), request["userId"].GetStringLength());
    const std::string key = request["secretKey"].GetString();
    const int expire = request["expire"].GetInt();
    int code;
    if (kind == "userSig") {
        code = genUserSig(app, user, key, expire, ticket, error);
    } else if (request.HasMember("roomId")) {
        code = genPrivateMapKey(app, user, key, request["roomId"].GetUint(), expire, request["privilegeMap"].GetInt(), ticket, error);
    } else {
        code = genPrivateMapKeyWithStringRoomID(app, user, key, request["strRoomId"].GetString(), expire, request["privilegeMap"].GetInt(), ticket, error);
    }
    return code == 0 ? "ticket" : "error";
}

int main() {
    for (std::string line; std::getline(std::cin, line);) {
        std::string ticket, error;
        const std::string name = answer(line, ticket, error);
        rapidjson::StringBuffer buffer;
        rapidjson::Writer<rapidjson::StringBuffer> out(buffer);
        out.StartObject();
        out.Key(name.c_str());
        if (name == "unsupported") out.Bool(true);
        else out.String(name == "ticket" ? ticket.c_str() : error.c_str());
        out.EndObject();
        std::cout << buffer.GetString() << std::endl;
    }
}
