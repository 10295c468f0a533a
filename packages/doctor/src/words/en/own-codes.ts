import type { OwnCodeWords } from '../words.ts'

/** Codes of this toolkit in English; what to do about a ticket is the hint of the error. */
export const ownCodes: OwnCodeWords = {
  ticket: {
    invalid_sdk_app_id: {
      meaning: 'sdkAppId is not an integer from 1 to 4294967295',
    },
    invalid_secret_key: {
      meaning: 'secretKey is empty, has white space around it, or is a PEM key of the old ECDSA scheme',
    },
    invalid_user_id: {
      meaning: 'the UserID does not fit the rule',
    },
    invalid_expire: {
      meaning:
        'expire is not an integer from 1 to 1 576 800 000 seconds; milliseconds and points in time are recognised',
    },
    invalid_time: {
      meaning: 'now is neither a Date nor Unix seconds',
    },
    invalid_room: {
      meaning: 'no room, both kinds at once, out of range, of the wrong type',
    },
    invalid_privileges: {
      meaning: 'no preset, no privilege, no number from 0 to 255',
    },
    invalid_user_buf: {
      meaning: 'the user buffer is not 1 to 1024 bytes',
    },
    too_large: {
      meaning: 'the ticket has more than 4096 characters, or unpacks to more than 2048 bytes',
    },
    malformed: {
      meaning: 'the ticket is cut off, was changed, or is none',
    },
    unsupported_version: {
      meaning: 'TLS.ver is not "2.0"',
    },
    bad_signature: {
      meaning: 'it was signed with another key',
    },
    app_mismatch: {
      meaning: 'it is for another SDKAppID',
    },
    user_mismatch: {
      meaning: 'it is for another UserID',
    },
    expired: {
      meaning: 'its lifetime is over',
    },
    not_yet_valid: {
      meaning: 'it was issued in the future, by more than the tolerance',
    },
    unexpected_user_buf: {
      meaning: 'a login with a PrivateMapKey, or with a user buffer that was not expected',
    },
    user_buf_mismatch: {
      meaning: 'it carries another user buffer',
    },
    not_a_private_map_key: {
      meaning: 'it carries no room record',
    },
    room_mismatch: {
      meaning: 'it is for another room',
    },
  },
  endpoint: {
    invalid_body: {
      meaning: 'not a JSON object, or it holds more than `roomId` or `strRoomId`',
      action: 'Send a JSON object with roomId or strRoomId at most, or no body.',
    },
    invalid_room: {
      meaning: 'out of range, of the wrong type, or both kinds at once',
      action: 'Send one of roomId (a number) and strRoomId (a string).',
    },
    unauthenticated: {
      meaning: '`authenticate` returned nothing',
      action:
        'Send the login of your app with the request (cookie, or Authorization header), and let authenticate return the UserID. The log of the server says why a token was refused.',
    },
    missing_user_sig: {
      meaning: 'the guard found no ticket',
      action: 'Send the UserSig as Authorization: Bearer.',
    },
    revoked: {
      meaning: '`isRevoked` or `notIssuedBefore` said so',
      action: 'Fetch a new UserSig and try again with it.',
    },
    room_refused: {
      meaning: '`authorizeRoom` returned nothing',
      action: 'Enter a room that the user may enter, or let authorizeRoom return the rights for it.',
    },
    user_refused: {
      meaning: 'the UserID is that of an administrator',
      action: 'Log in as another user; sign for administrators in a job of your server.',
    },
    invalid_webhook: {
      meaning: 'the signature of a webhook does not fit, or it is too old',
      action:
        'Compare the key with the webhook settings in the Tencent console, keep the raw body, and check the clock.',
    },
    too_many_requests: {
      meaning: '`limit` said so; with `Retry-After`',
      action: 'Wait as long as Retry-After says.',
    },
    not_found: {
      meaning: 'another path than the one that is served, or an unknown `tenant`',
      action: 'Compare the address of the request with the path of the adapter.',
    },
    method_not_allowed: {
      meaning: 'not POST',
      action: 'Send a POST.',
    },
    body_timeout: {
      meaning: 'the body took too long',
      action: 'Send the body at once, and look at the proxy in front.',
    },
    body_too_large: {
      meaning: 'more than 16 KiB',
      action: 'Send the room alone.',
    },
    unsupported_media_type: {
      meaning: 'not `application/json`, not UTF-8, or compressed',
      action: 'Send content-type: application/json, in UTF-8, uncompressed.',
    },
    internal_error: {
      meaning: 'a callback failed, or the key is wrong; `onError` hears why',
      action: 'Look at the log of the server, or at onError: it holds the error.',
    },
    unavailable: {
      meaning: 'a key cannot be had, or a callback took too long; with `Retry-After`',
      action: 'Try again after Retry-After; check the key provider and the callbacks.',
    },
  },
  client: {
    'http_<status>': {
      meaning: 'a proxy or a wrong address answered',
      action: 'Open the endpoint in a browser, and look at what answers there.',
    },
    network: {
      meaning: "no connection, or CORS: allow the page's origin on your server",
      action: 'Look at the console of the browser: it names CORS where that is the cause.',
    },
    timeout: {
      meaning: 'what the message names took too long',
      action: 'Make that step faster, or raise timeout.',
    },
    invalid_answer: {
      meaning: 'a login page, a captive portal, or the field that is named',
      action: 'Log the answer of the endpoint; it has to be JSON with userSig.',
    },
    signed_out: {
      meaning: 'another tab signed out',
      action: 'Log in again.',
    },
    stopped: {
      meaning: 'the source was stopped',
      action: 'Create a new source after stop().',
    },
  },
}
