<?php
// Answers `usersig conform --lines` with the official program for PHP. It verifies by its own clock alone.
require $argv[1] . '/src/TLSSigAPIv2.php';

function answer(array $request): array
{
    $api = new \Tencent\TLSSigAPIv2($request['sdkAppId'], $request['secretKey']);
    if ($request['op'] === 'verify') {
        if (isset($request['now']) || !isset($request['userId'])) {
            return ['unsupported' => true];
        }
        return ['valid' => $api->verifySig($request['ticket'], $request['userId'], $time, $expire, $error)];
    }
    ['kind' => $kind, 'userId' => $user, 'expire' => $expire] = $request;
    if ($kind === 'userSig') {
        return ['ticket' => $api->genUserSig($user, $expire)];
    }
    if ($kind === 'userSigWithUserBuf') {
        return ['unsupported' => true];
    }
    return ['ticket' => isset($request['roomId'])
        ? $api->genPrivateMapKey($user, $expire, $request['roomId'], $request['privilegeMap'])
        : $api->genPrivateMapKeyWithStringRoomID($user, $expire, $request['strRoomId'], $request['privilegeMap'])];
}

while (($line = fgets(STDIN)) !== false) {
    try {
        $result = answer(json_decode($line, true));
    } catch (\Throwable $error) {
        $result = ['error' => $error->getMessage()];
    }
    echo json_encode($result), "\n";
}
