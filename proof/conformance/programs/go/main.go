// Answers `usersig conform --lines` with the official program for Go.
package main

import (
	"bufio"
	"encoding/base64"
	"encoding/json"
	"os"
	"time"

	"github.com/tencentyun/tls-sig-api-v2-golang/tencentyun"
)

type request struct {
	Op            string  `json:"op"`
	Kind          string  `json:"kind"`
	SdkAppId      int     `json:"sdkAppId"`
	SecretKey     string  `json:"secretKey"`
	UserId        *string `json:"userId"`
	Expire        int     `json:"expire"`
	RoomId        *uint32 `json:"roomId"`
	StrRoomId     string  `json:"strRoomId"`
	PrivilegeMap  uint32  `json:"privilegeMap"`
	UserBufBase64 string  `json:"userBufBase64"`
	Ticket        string  `json:"ticket"`
	Now           *int64  `json:"now"`
}

func answer(r request) map[string]any {
	if r.UserId == nil {
		return map[string]any{"unsupported": true}
	}
	if r.Op == "verify" {
		now := time.Now()
		if r.Now != nil {
			now = time.Unix(*r.Now, 0)
		}
		err := tencentyun.VerifyUserSig(uint64(r.SdkAppId), r.SecretKey, *r.UserId, r.Ticket, now)
		return map[string]any{"valid": err == nil}
	}
	ticket, err := sign(r)
	if err != nil {
		return map[string]any{"error": err.Error()}
	}
	return map[string]any{"ticket": ticket}
}

func sign(r request) (string, error) {
	switch {
	case r.Kind == "userSig":
		return tencentyun.GenUserSig(r.SdkAppId, r.SecretKey, *r.UserId, r.Expire)
	case r.Kind == "userSigWithUserBuf":
		buf, err := base64.StdEncoding.DecodeString(r.UserBufBase64)
		if err != nil {
			return "", err
		}
		return tencentyun.GenUserSigWithBuf(r.SdkAppId, r.SecretKey, *r.UserId, r.Expire, buf)
	case r.RoomId != nil:
		return tencentyun.GenPrivateMapKey(r.SdkAppId, r.SecretKey, *r.UserId, r.Expire, *r.RoomId, r.PrivilegeMap)
	default:
		return tencentyun.GenPrivateMapKeyWithStringRoomID(r.SdkAppId, r.SecretKey, *r.UserId, r.Expire, r.StrRoomId, r.PrivilegeMap)
	}
}

func main() {
	lines := bufio.NewScanner(os.Stdin)
	out := json.NewEncoder(os.Stdout)
	for lines.Scan() {
		var r request
		if err := json.Unmarshal(lines.Bytes(), &r); err != nil {
			out.Encode(map[string]any{"error": err.Error()})
			continue
		}
		out.Encode(answer(r))
	}
}
