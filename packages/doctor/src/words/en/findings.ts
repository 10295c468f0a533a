import type { FindingCode } from '../findings.ts'
import type { FindingWords } from '../words.ts'

const FETCH = 'Fetch the UserSig from your server, and pass that.'
const KEY = 'Sign with the key as it stands in the Tencent console.'
const LINES =
  'Sign the lines TLS.identifier, TLS.sdkappid, TLS.time, TLS.expire as "name:value", each ended by one line feed (\\n, 0x0A); the key is right.'
const SIGNED = 'Put the same value into the text that is signed and into the JSON document; the key is right.'
const COPY_KEY = 'Copy the SDKSecretKey from the Tencent console again: 64 lower-case hexadecimal digits.'

/** What the doctor finds, in English: message and action. `{name}` is a value; a format may follow it: `{name:quote}`. */
export const findings: Readonly<Record<FindingCode, FindingWords>> = {
  empty: ['There is no ticket: the text is empty.', 'Wait for the answer of your server before the login.'],
  not_there: [
    '{text:quote} is what JavaScript writes for a value that is not there, or that is no text.',
    'Wait for the answer of your server (await), and pass the userSig out of it.',
  ],
  secret_key: [
    'This has the form of an SDKSecretKey, with which anybody can log in as anybody.',
    'Keep it on your server. If it was in an app, a log or a message, replace it in the Tencent console.',
  ],
  cloud_api_key: [
    'This is a key of the cloud API (CAM, AKID…), which signs no UserSig.',
    'Use the SDKSecretKey of the application, from the console of Chat or TRTC.',
  ],
  private_key: [
    'This is a key in PEM form, as the ECDSA scheme of before July 2019 used it.',
    'Keep it to yourself. Upgrade the application to HMAC-SHA256 in the Tencent console, and sign with its SDKSecretKey.',
  ],
  jwt: ['This is a JWT, the token of another system.', FETCH],
  agora_token: ['This is a token of Agora.', FETCH],
  zego_token: ['This is a token of ZEGO.', FETCH],
  volcengine_token: ['This is a token of Volcengine RTC.', FETCH],
  app_id: [
    'This is a number, such as an SDKAppID, and no code that is known.',
    'Paste the UserSig, or the whole message of the error.',
  ],
  signature_alone: [
    'This is a signature alone (HMAC-SHA256, 32 bytes), without the ticket around it.',
    'Put it as TLS.sig into the JSON document, compress that with zlib and encode it in base64; or let a library do it.',
  ],
  masked: [
    'The ticket was masked or shortened by what printed it, so nothing can be said about it.',
    'Paste the whole ticket: the diagnosis stays on this machine.',
  ],
  placeholder: ['This is a placeholder out of a sample, not a ticket.', FETCH],
  not_a_ticket: ['This is not a ticket: tickets begin with "eJ" or "eA".', FETCH],
  code_differs: [
    'The text names {named}, which does not fit: this ticket would be answered with {expected}.',
    'Look for the ticket of the try that got {named}; this one may be of another.',
  ],
  nothing_found: [
    'The text holds no ticket, no code and no message that is known.',
    'Paste the UserSig that the client uses, the code, or the whole message of the error.',
  ],
  text_too_large: [
    'There are {length} characters, more than {limit} that are read at once.',
    'Pass the part around the failed login, or read the log in pieces (createLogReader).',
  ],
  from_json: [
    'It stood in a JSON document, as the field {name:quote}.',
    'The client must pass the value of the field alone: the whole JSON would be refused with 70003.',
  ],
  from_url: [
    'It was copied out of a request URL or a form: what comes after "&" is not part of it.',
    'The client must pass the value of the parameter alone.',
  ],
  from_text: ['It stood in a longer text, as in a log or in code.', 'The client must pass the ticket alone.'],
  from_header: [
    'It came after the name of an HTTP header or scheme.',
    'Servers take it after "Bearer"; SDKs want the ticket alone.',
  ],
  several_tickets: ['The text holds {count} different tickets; this is about the last one of each kind.', ''],
  quotes: ['It stands in quotes.', 'Pass it without them.'],
  escapes: ['It holds backslashes, as text inside of JSON does.', 'Parse the JSON instead of copying from it.'],
  white_space: [
    'It holds line breaks, white space or invisible characters, as mails, terminals, chats and wrapped base64 have.',
    'Encode without line breaks; pass it on one line.',
  ],
  url_encoded: ['It is URL-encoded.', 'Decode it once on arrival, or do not encode it.'],
  lost_plus: [
    'Its "+" had become spaces, as in a form: it was written in standard base64, and not URL-encoded.',
    'Sign with the alphabet of Tencent, which has no "+".',
  ],
  standard_base64: [
    'It is written in standard base64.',
    'Write "*" for "+", "-" for "/" and "_" for "=" after encoding.',
  ],
  url_base64: [
    'It is written in base64url.',
    'A UserSig has "*" and "-" where base64url has "-" and "_", and keeps its padding as "_".',
  ],
  padding: ['Its padding was lost: some systems strip "_" at the end.', 'Keep the "_" at the end.'],
  html_encoded: [
    'It is written with HTML entities, such as "&#42;" for "*".',
    'Take it from the JSON answer, not from the source of a page.',
  ],
  pasted_twice: ['It stands there twice, one after the other.', 'Pass it once.'],
  case_lost: [
    'All its letters are of one case: something on the way changed it, and it cannot be restored.',
    'Issue a new ticket, and keep it as it is.',
  ],
  cut_off: [
    'It is cut off: it has {length} characters, and {where:word}.',
    'Look at the way from the server to the login: limits of columns, log lines and URLs, copying by hand.',
  ],
  cut_off_at_limit: [
    'It is cut off: it has {length} characters, which is where columns and buffers of {length} end, and {where:word}.',
    'Make the column or buffer at least 1024 characters long.',
  ],
  only_beginning: [
    'This is but the beginning of a ticket, which has some 200 characters: here are {length}.',
    'Copy all of it: a double click ends at "*" and "-".',
  ],
  beginning_missing: [
    'Perhaps the beginning of a ticket is missing: tickets begin with "eJ" or "eA".',
    'Copy all of it: a double click ends at "*" and "-".',
  ],
  damaged: [
    'Characters of it were changed: its compressed data or its checksum is wrong.',
    'Compare it with what your server issued, character by character.',
  ],
  too_large: [
    'It is larger than any ticket: more than 4096 characters, or more than 2048 bytes inside.',
    'Pass the ticket alone, as it was issued.',
  ],
  malformed: ['Its document is not that of a ticket.', 'Issue it with a library for UserSig.'],
  unsupported_version: ['Its TLS.ver is not "2.0".', 'Issue the ticket anew with an HMAC-SHA256 signer.'],
  ecdsa: [
    'It is of the old ECDSA scheme of before July 2019.',
    'Upgrade the application to HMAC-SHA256 in the Tencent console, and sign with its SDKSecretKey.',
  ],
  ecdsa_inside: [
    'This is the inside of a ticket of the old ECDSA scheme (before July 2019), not packed.',
    'Use a signer for HMAC-SHA256; a ticket is the packed text that begins with "eJ".',
  ],
  not_packed: [
    'This is the inside of a ticket, not packed.',
    'Compress the JSON with zlib (deflate), encode it in base64, and write "*-_" for "+/=".',
  ],
  not_compressed: [
    'Its document is whole, but was not compressed.',
    'Compress the JSON with zlib (deflate) before base64.',
  ],
  raw_deflate: [
    'It was compressed as raw deflate, without the header of zlib.',
    'Use deflateSync (Node), pako.deflate, zlib.compress (Python), gzcompress (PHP), not the raw variants.',
  ],
  gzip: [
    'It was compressed with gzip, not with zlib.',
    'Use deflateSync (Node), zlib.compress (Python), gzcompress (PHP), in place of gzip or gzencode.',
  ],
  base64_twice: ['Base64 was applied twice.', 'Encode the compressed bytes once.'],
  hex_packed: [
    'Its bytes were written as hexadecimal digits, not in base64.',
    'Encode the compressed bytes in base64.',
  ],
  text_spoiled: [
    'The compressed bytes went through a text, and those that are not UTF-8 were lost (EF BF BD).',
    'Give base64 the bytes themselves, never a string of them.',
  ],
  text_encoded: [
    'The compressed bytes went through a text, and were written as UTF-8 of that text.',
    'Give base64 the bytes themselves (Latin-1, not UTF-8).',
  ],
  field_text: [
    '{name} is the text {value:quote}, and must be a number.',
    'Write {name} as a number: Number(…), int(…), Integer.parseInt(…).',
  ],
  time_text: [
    'Its TLS.time is a text, as the generator for HarmonyOS writes it, and verifiers like this toolkit refuse it.',
    'Sign with TLS.time as a number.',
  ],
  field_missing: [
    'Its document has no {name}.',
    'Write all of TLS.ver, TLS.identifier, TLS.sdkappid, TLS.time, TLS.expire, TLS.sig.',
  ],
  field_type: [
    'Its {name} is of the wrong type or out of range.',
    'SDKAppID, time and lifetime are whole numbers; the rest is text.',
  ],
  no_lifetime: [
    'Its TLS.expire is 0 or missing, and so it ends when it is issued.',
    'Sign with the number of seconds that it shall last: 86400 for a day.',
  ],
  user_id_long: [
    'Its UserID has {bytes} bytes, and 32 bytes are allowed.',
    'Use a shorter one: a UUID without its dashes has 32. toUserId() maps any identifier.',
  ],
  user_id_empty: ['Its UserID is empty.', 'Sign after the user is known.'],
  user_id_placeholder: [
    'Its UserID is the word {userId:quote}: the program signed before it knew the user.',
    'Wait for the user (await), and sign with the id of the user.',
  ],
  user_id_control: [
    'Its UserID holds a control character or an invisible one.',
    'Trim it and remove such characters where it comes in.',
  ],
  user_id_not_ascii: [
    'Its UserID {userId:quote} has characters beyond printable ASCII: Chat SDKs answer 7003, TRTC -3319.',
    'Use letters, digits, "_" and "-"; toUserId() maps any identifier.',
  ],
  user_id_space: [
    'Its UserID {userId:quote} begins or ends with white space.',
    'Trim it where it comes in: "alice" and "alice " are two users.',
  ],
  user_id_other: [
    'Its UserID {userId:quote} has other characters than letters, digits, "_" and "-".',
    'TRTC and TUICallKit refuse it; map your identifiers with toUserId().',
  ],
  verified: ['Its signature is by the key of SDKAppID {sdkAppId}.', ''],
  key_unknown: [
    'Its signature was not checked: there is no key for SDKAppID {sdkAppId}.',
    'Give the SDKSecretKey of SDKAppID {sdkAppId}.',
  ],
  bad_signature: [
    'Its signature is not by the key of SDKAppID {sdkAppId} that was given, and no known mistake explains it.',
    'Compare the key of the issuer with the console: it may be of another application, replaced, or the signed text differs.',
  ],
  other_app_key: [
    'It is for SDKAppID {sdkAppId}, but was signed with the key of {signedBy}.',
    'Sign with the key of SDKAppID {sdkAppId}.',
  ],
  key_changed: ['It was signed with the key of SDKAppID {sdkAppId} {change:word}.', KEY],
  sample_key: [
    'It was signed with the key of a well-known sample, out of a README, not with yours.',
    'Put your own SDKSecretKey where the sample key stands.',
  ],
  signature_zero: [
    "Its signature is 32 zero bytes: no HMAC was computed. Tencent's Swift generator does that in release builds of Xcode 26.",
    'Let your server sign; for a trial take a repaired version of GenerateTestUserSig.swift.',
  ],
  signature_hex: [
    'Its TLS.sig is hex, and must be base64 of the 32 bytes.',
    'Let the HMAC return bytes: hash_hmac(…, true) in PHP, digest() in Python, digest("base64") in Node.',
  ],
  signature_alphabet: [
    'Its TLS.sig is written in the alphabet of tickets, and must stay standard base64.',
    'Replace "+/=" in the whole ticket only, after zlib and base64.',
  ],
  signature_length: [
    'Its TLS.sig holds {bytes} bytes, and HMAC-SHA256 has 32.',
    'Compute HMAC-SHA256, and encode its 32 bytes in base64.',
  ],
  signed_lines: ['The text was signed with {change:word} where each line ends by a line feed.', LINES],
  signed_order: ['The lines were signed in another order: {order}.', LINES],
  signed_formula: ['It was signed by the formula of a published FAQ, which is not the recipe of the servers.', LINES],
  signed_shape: ['What was signed is {change:word}.', LINES],
  signed_app: ['The signed text has SDKAppID {signed}, the document {sdkAppId}.', SIGNED],
  signed_user: ['The signed text is for UserID {signed:quote}, the document for {userId:quote}.', SIGNED],
  signed_time: [
    'The signed text has TLS.time {signed}, the document {issuedAt}.',
    'Read the clock once, and use the one value in both; the key is right.',
  ],
  signed_expire: ['The signed text has TLS.expire {signed}, the document {expire}.', SIGNED],
  signed_buffer: [
    'The user buffer in the document and in the signed text differ: {change:word}.',
    'Sign the line TLS.userbuf with the very base64 that the document holds; the key is right.',
  ],
  signed_hash: [
    'The signature is {change:word}, not an HMAC-SHA256 under the key.',
    'Compute HMAC-SHA256 with the SDKSecretKey as the key and the signed text as the message.',
  ],
  key_empty: ['The key of SDKAppID {sdkAppId} is empty.', COPY_KEY],
  key_quotes: ['The key stands in quotes, which count as part of it.', 'Write it without quotes.'],
  key_white_space: ['The key begins or ends with white space, or holds some.', 'Copy it without.'],
  key_prefix: ['The name of the variable stands in front of the key.', 'Pass what comes after "=" alone.'],
  key_upper_case: ['The key is in upper case; the console shows small letters, and case matters.', COPY_KEY],
  key_base64: ['The key is written in base64.', 'Pass the text of the key itself, 64 hexadecimal digits.'],
  key_length: [
    'The key has {length} characters, and an SDKSecretKey has 64: perhaps its first or last character was cut.',
    COPY_KEY,
  ],
  key_cloud_api: [
    'The key has the form of a cloud API key (CAM: SecretId AKID…, SecretKey of 32 characters), not of an SDKSecretKey of 64.',
    'Use the SDKSecretKey of the application, from the console of Chat or TRTC.',
  ],
  key_pem: [
    'The key is in PEM form, of the old ECDSA scheme.',
    'Upgrade the application to HMAC-SHA256 in the Tencent console, and use the key that it then shows.',
  ],
  key_sample: [
    'The key is that of a well-known sample, which everybody has.',
    'Put your own SDKSecretKey in its place.',
  ],
  key_placeholder: ['The key is a placeholder, not a key.', COPY_KEY],
  key_ticket: ['The key is a ticket: key and UserSig were swapped.', COPY_KEY],
  key_several: ['There are several keys with commas between them.', 'Pass an array of them.'],
  key_not_hex: ['The key is not of 64 lower-case hexadecimal digits, as the console shows it.', COPY_KEY],
  key_fine: ['The key of SDKAppID {sdkAppId} has the form that the console shows: 64 digits.', ''],
  key_form_fine: ['The key has the form that the console shows: 64 digits.', ''],
  key_shown: [
    'The text holds an SDKSecretKey: whoever reads it can log in as any user.',
    'If it was posted or logged, replace it in the Tencent console.',
  ],
  app_mismatch: [
    'It is for SDKAppID {found}, and the login uses {expected}.',
    'Use one SDKAppID for signing and in the client; look for one that is fixed inside a component.',
  ],
  app_id_impossible: [
    'SDKAppID {sdkAppId} cannot be one: it has {digits} digits, {verdict:word}; the largest is 4294967295.',
    'Copy it from the Tencent console: 10 digits.',
  ],
  user_mismatch: [
    'It is for UserID {found:quote}, not {expected:quote}.',
    'Use the ticket with the UserID that it was issued for; case matters.',
  ],
  user_mismatch_case: [
    'It is for UserID {found:quote}, not {expected:quote}: they differ in the case of letters.',
    'Write the UserID the same way in both places.',
  ],
  user_mismatch_space: [
    'It is for UserID {found:quote}, not {expected:quote}: they differ in white space.',
    'Trim the UserID where it comes in.',
  ],
  expired: [
    'It expired {ago:duration} ago: issued {issuedAt:time} for {expire:duration}.',
    'Fetch a new ticket from your server, and log in with it.',
  ],
  not_yet_valid: [
    'It was issued {ahead:duration} in the future, at {issuedAt:time}.',
    'Set the clocks of the issuing and of the verifying machine.',
  ],
  lifetime: ['It is valid for another {left:duration}: issued {issuedAt:time} for {expire:duration}.', ''],
  milliseconds: [
    'Its TLS.time of {issuedAt} looks like milliseconds.',
    'Write Unix seconds: Math.floor(Date.now() / 1000).',
  ],
  expire_milliseconds: [
    'Its TLS.expire of {expire} seconds ({expire:duration}) looks like milliseconds.',
    'Sign with seconds: 86400 for a day.',
  ],
  expire_moment: [
    'Its TLS.expire of {expire} looks like a point in time, but is a duration.',
    'Sign with the number of seconds that it shall last.',
  ],
  short_lifetime: [
    'It lasts for {expire} seconds only.',
    'Check the unit: expire is in seconds, and a day or more is advised.',
  ],
  long_lifetime: [
    'It lasts for {expire:duration}, and whoever holds it is the user for so long.',
    'Choose a day or a week, and renew it.',
  ],
  very_long_lifetime: [
    "It lasts for {expire:duration}: Tencent's pages disagree whether 10 or 50 years are the most.",
    'Choose a day or a week, and renew it.',
  ],
  not_a_private_map_key: [
    'It is a UserSig, which opens no room.',
    'Pass the PrivateMapKey here, and the UserSig as the login.',
  ],
  unexpected_user_buf: [
    'It carries a user buffer, as a PrivateMapKey does, which is no login.',
    'Log in with a UserSig; a PrivateMapKey belongs into the privateMapKey parameter.',
  ],
  room_mismatch: [
    'It opens {found:word}{foundRoom:quote}, not {expected:word}{expectedRoom:quote}.',
    'Fetch a PrivateMapKey for this room; room 123 and room "123" are two rooms.',
  ],
  room_app_mismatch: [
    'Its room record is for SDKAppID {found}, not {expected}.',
    'Write the SDKAppID of the ticket into the user buffer.',
  ],
  room_user_mismatch: [
    'Its room record is for another UserID than the ticket around it.',
    'Write the UserID of the ticket into the user buffer.',
  ],
  room_expired: ['Its rights in the room ended {ago:duration} ago.', 'Fetch a new PrivateMapKey.'],
  code_unknown: ['The code {code} is not known here.', 'Paste the whole message, and say which SDK prints it.'],
}
