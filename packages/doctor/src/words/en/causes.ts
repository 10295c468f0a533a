import type { CauseCode } from '../causes.ts'
import type { CauseWords } from '../words.ts'

/** Causes in English: what is the case, and the next step. */
export const causes: Readonly<Record<CauseCode, CauseWords>> = {
  ticket_expired: {
    message: 'The client used a UserSig whose lifetime was over, such as one that it had stored.',
    action: 'Fetch a new UserSig before each login, and log in with it.',
  },
  lifetime_wrong: {
    message: 'It was signed for too short a time: expire is a duration in seconds, and 0 ends at once.',
    action: 'Sign with expire: 86400 for a day, or more.',
  },
  kicked: {
    message:
      'The user was kicked through the REST API: that ends every UserSig issued before it, whatever its lifetime.',
    action: 'Issue a new UserSig, at least a second after the kick, and log in with it.',
  },
  clock_wrong: {
    message: 'The clock of the server that signs is wrong.',
    action: 'Set it by NTP and issue again.',
  },
  ticket_spoiled: {
    message: 'The UserSig was cut off or changed on its way: in a database column, a URL, a log, or by re-encoding.',
    action: 'Compare its length where it is signed and where the client uses it; paste both here.',
  },
  not_the_ticket: {
    message: 'The client passed something else: the whole JSON answer, a promise, another token.',
    action: 'Log the type and the length of what the login gets; pass the string userSig alone.',
  },
  wrong_packing: {
    message: 'The generator packs the UserSig in another way, as without zlib or with another base64.',
    action: 'Paste a UserSig of it here: the diagnosis names the wrong step.',
  },
  other_key: {
    message: 'It was signed with another key: that of another SDKAppID, or one that was replaced in the console.',
    action: 'Copy the SDKSecretKey of the very SDKAppID that the client uses from the Tencent console.',
  },
  key_spoiled: {
    message:
      'The key was changed on its way into the program: quotes, white space, upper case, or the cloud API key (AKID…) in its place.',
    action: 'Print its length: an SDKSecretKey has 64 lower-case hexadecimal digits.',
  },
  old_key_pair: {
    message: 'The key is from the old public and private key pair (ECDSA), not the SDKSecretKey for HMAC-SHA256.',
    action: 'Upgrade the application in the Tencent console, and sign with the key that it then shows.',
  },
  other_file: {
    message: 'Another copy of GenerateTestUserSig is in use than the one that was edited, as in a dist folder.',
    action: 'Search the project for SDKAPPID and SECRETKEY, and rebuild.',
  },
  wrong_recipe: {
    message: 'The key is right, but the signed text is not: order, line ends, or a field that differs.',
    action: 'Give the UserSig and the key to the doctor: the diagnosis names the wrong line.',
  },
  release_build: {
    message:
      "It works in debug and fails in release builds: Tencent's Swift GenerateTestUserSig computes garbage when it is optimised (Xcode 26).",
    action: 'Let your server sign. For a trial, take the file of a version that was repaired.',
  },
  other_user: {
    message: 'The login names another UserID than the one that the UserSig was issued for.',
    action: 'Pass the userId that your server answers together with the userSig.',
  },
  user_spelled: {
    message: 'The two UserIDs differ in case, white space, or a prefix.',
    action: 'Compare them character by character.',
  },
  old_ticket: {
    message: 'The app kept the UserSig of the user who was logged in before.',
    action: 'Clear it at the logout and fetch a new one.',
  },
  hard_coded_app: {
    message: 'A second SDKAppID is fixed inside a component, such as 1400188366 in TRTCCalling.js of the demos.',
    action: 'Search the client for SDKAppID and for 1400, and use one value everywhere.',
  },
  other_app: {
    message: 'The server signs for one application and the client starts with another, as with test and production.',
    action: 'Let the client use the sdkAppId that your server answers.',
  },
  app_id_wrong: {
    message:
      'The SDKAppID is not one of this service: a digit too many or too few, another account, or the APPID of the cloud account.',
    action: 'Copy it from the page of the application in the console of Chat or TRTC.',
  },
  app_id_missing: {
    message:
      'The SDKAppID is not set: SDKAPPID is still 0 in GenerateTestUserSig, or it was not passed when the SDK was created.',
    action: 'Pass the SDKAppID of your application, as a number, when the SDK is created.',
  },
  app_id_text: {
    message: 'The SDKAppID is a text, and the SDK takes a number.',
    action: 'Write it without quotes, or pass Number(…) of a variable.',
  },
  other_region: {
    message: 'The application lives in another data centre than the one that was asked.',
    action: 'Use the hosts of its region, such as adminapisgp.im.qcloud.com for Singapore.',
  },
  login_parameter_wrong: {
    message: 'One of key, SDKAppID, UserID and UserSig is empty or wrong; the most common is the key.',
    action:
      'Check in this order: key of 64 digits, SDKAppID as a number that is not 0, UserID as text, UserSig as a string.',
  },
  auto_login: {
    message: 'autoLogin restored a session without its UserSig; what needs one, such as an upload, then fails.',
    action: 'Call login with a new UserSig at each start of the app, in place of autoLogin.',
  },
  admin_missing: {
    message:
      'The identifier of the call is not an administrator of this application, or the UserSig is not that of the administrator.',
    action:
      'Use identifier=administrator (or an admin that you set in the console) and a UserSig issued for that very name.',
  },
  account_missing: {
    message: 'The account does not exist: the user never logged in and was not imported, or the UserID is misspelled.',
    action: 'Import it with account_import, or let the user log in once; compare the UserID, case included.',
  },
  rest_url_wrong: {
    message:
      'The URL of the call is not right: identifier and usersig do not belong together, or usersig was not URL-encoded.',
    action: 'Print the URL; issue usersig for the identifier in it, and encode it once.',
  },
  credential_parameters: {
    message: 'The UserSig of the call was made from other values: UserID, SDKAppID or key do not belong together.',
    action: 'Issue it anew for the identifier of the call, with the key of this SDKAppID, by HMAC-SHA256.',
  },
  network: {
    message: 'The network failed or was too slow; the ticket has nothing to do with it.',
    action: 'Check network, proxy and firewall of the device, then try again with a pause.',
  },
  sdk_old: {
    message: 'It is a known fault of an old version of the SDK.',
    action: 'Update the SDK to its latest version.',
  },
  sdk_compiled: {
    message:
      'The build compiles the SDK or the generator once more, as Taro does, so that it is broken: no event comes, or a property is missing.',
    action: 'Keep the files of the SDK out of the compiler (exclude), and rebuild.',
  },
  live_domain: {
    message: 'No domain to push to or to play from is set up for live streaming: the ticket has nothing to do with it.',
    action: 'Add both domains in the console of live streaming, bind them to the application, and try again.',
  },
  live_component: {
    message: 'The mini program may not use live-pusher and live-player, or they could not be drawn.',
    action: 'Switch the two components on in the console of the mini program: development, interface settings.',
  },
  room_full: {
    message: 'The room takes no more users who send audio or video.',
    action: 'Enter as audience, or wait until somebody leaves.',
  },
  sdk_state: {
    message:
      'The SDK kept the state of an earlier login, as after a kick, a second init, or in old versions; the new UserSig itself is good.',
    action: 'Log out, initialise the SDK once, log in with a new UserSig; update the SDK.',
  },
  not_initialised: {
    message: 'login was called before the initialisation of the SDK was done.',
    action: 'Initialise with the SDKAppID once, wait for it, then log in.',
  },
  not_logged_in: {
    message: 'A call was made before the login was done, or after the user was logged out or kicked.',
    action: 'Await the login, and the event that says the SDK is ready, before any other call.',
  },
  ticket_missing: {
    message:
      'The UserSig is empty or undefined: the app did not wait for the answer of your server, or read another field of it.',
    action: 'Await the answer, then pass its userSig; check that it is a string.',
  },
  ticket_refused: {
    message:
      'The UserSig was refused (-100018): it has expired, is for another UserID or SDKAppID, or was signed with another key.',
    action: 'Give the UserSig to the doctor, with the UserID, the SDKAppID and the key: the diagnosis tells which.',
  },
  trtc_not_activated: {
    message: 'TRTC is not activated for this SDKAppID, as when the application was created in the console of Chat.',
    action: 'Activate TRTC for the application in the Tencent console and wait some minutes.',
  },
  room_kind: {
    message:
      'The room does not fit: a string where a number is wanted, a leading 0, out of 1 to 4294967294, or characters that are not allowed.',
    action:
      'Pass roomId as a number, or strRoomId as a string where the SDK supports it; all members must use the same kind.',
  },
  room_key_missing: {
    message: 'Advanced permission control is on for the application, and no PrivateMapKey was passed.',
    action: 'Pass a PrivateMapKey for this room, or switch advanced permission control off in the console.',
  },
  room_key_wrong: {
    message: 'The PrivateMapKey has expired, or is for another room or user.',
    action: 'Issue it for this user and this room, and renew it before it ends.',
  },
  user_id_odd: {
    message: 'The UserID is empty, too long, or has characters that the product does not take, such as Chinese.',
    action: 'Use 1 to 32 bytes: letters, digits, "_" and "-"; toUserId() maps any identifier.',
  },
  domain_list: {
    message:
      'The domain is not on the allow list of the mini program; it works only while the check is off in the developer tools.',
    action: 'Add the domains of the SDK and of your server to the server domain names of the mini program.',
  },
  another_ticket_sent: {
    message:
      'The ticket here is right, so the login that failed used another one: an older one, or one of another server.',
    action: 'Log the length and the first 12 characters of the UserSig at the login itself, and compare.',
  },
  generator_not_loaded: {
    message:
      'The generator lib-generate-test-usersig was not loaded, or as another kind of module than the code expects.',
    action:
      'Load lib-generate-test-usersig.min.js by a script tag before it is used, or import the -es build; for a trial, createTestUserSig of @usersig/core/debug does the same.',
  },
  generator_broken: {
    message:
      'The bundler broke the generator of test tickets: its Buffer or zlib was replaced, or SDKAPPID and SECRETKEY are not set.',
    action: 'Set SECRETKEY as a text and SDKAPPID as a number; better, let your server sign.',
  },
  params_not_class: {
    message: 'enterRoom got a plain object where the SDK wants its own class TRTCParams.',
    action: 'Create it with new TRTCParams(…).',
  },
  key_not_created: {
    message: 'The application has no SDKSecretKey: it was never created, or an old application was not upgraded.',
    action:
      'Create the key of the application in the Tencent console; an old application may need the upgrade to HMAC-SHA256.',
  },
  arguments_swapped: {
    message: 'SDKAppID and key were passed in the wrong order.',
    action: 'Pass the SDKAppID first, as a number, and the SDKSecretKey second, as text.',
  },
  webhook_signature: {
    message:
      'The signature of a webhook is checked with another key, or over another text: TRTC signs the raw body with the key of the webhook settings, not with the SDKSecretKey.',
    action:
      'Compare base64(HMAC-SHA256(key, raw body)) with the header Sign, before the body is parsed; for Chat, SHA-256 of its token and RequestTime with the parameter Sign.',
  },
  browser_unsupported: {
    message: 'The browser does not do what the SDK needs; the ticket has nothing to do with it.',
    action: 'Use HTTPS and a browser that the SDK supports, and update the SDK.',
  },
  cors: {
    message: 'The browser did not let the page read the answer of your endpoint: the CORS headers are missing.',
    action: 'Answer with Access-Control-Allow-Origin for the origin of the page.',
  },
  web_page: {
    message:
      'What answered is a web page, and no ticket: the address is wrong, or a proxy or a login page stands in between.',
    action: 'Open the address of the endpoint with curl, and compare it with the route of your server.',
  },
  https_needed: {
    message: 'The page is loaded over https, and the endpoint over http: browsers block that.',
    action: 'Serve the endpoint over https, or under the address of the page.',
  },
  insecure_context: {
    message: 'The page is not a secure context: browsers give camera and microphone to https and localhost alone.',
    action: 'Open the page over https, or as localhost.',
  },
  endpoint_refuses: {
    message: 'Your own endpoint answered 401 or 403: the login of your app is missing or has expired.',
    action:
      'Send the cookie or the token of your login with the request. usersig doctor --watch URL shows what the endpoint answers.',
  },
  endpoint_missing: {
    message: 'Your own endpoint is not there: 404 or 405.',
    action: 'Compare address and method (POST) with the route of your server.',
  },
  endpoint_fails: {
    message: 'Your own endpoint failed: it answered 5xx.',
    action: 'Look into the log of your server.',
  },
  endpoint_unreachable: {
    message: 'Nothing answers at the address of your endpoint.',
    action: 'Start the server, and compare host and port.',
  },
  time_unit: {
    message: 'The program writes milliseconds where seconds belong.',
    action: 'Divide by 1000 and round down: TLS.time and TLS.expire are in seconds.',
  },
  wrong_hash: {
    message: 'The program computes another hash than HMAC-SHA256.',
    action: 'Compute HMAC-SHA256, with the SDKSecretKey as the key.',
  },
  url_not_quoted: {
    message: 'The URL stands without quotes, and the shell cuts it at the first "&".',
    action: 'Put the URL in quotes.',
  },
  login_key_unknown: {
    message: 'No key of the issuer signed the access token: it is from another issuer, or the provider has new keys.',
    action:
      'Compare LOGIN_ISSUER (the option issuer) with the iss of your access tokens. The keys of a provider that has restarted are asked for again within 30 seconds.',
  },
  login_signature: {
    message: 'The signature of the access token is wrong: the token was changed or cut on its way.',
    action: 'Send the token as the provider returns it, without quotes or line breaks.',
  },
  login_expired: {
    message: 'The access token of your login has expired.',
    action:
      'Let the app fetch a new one before it asks for a ticket, and compare the clock of the server with the time of an NTP server.',
  },
  login_not_jwt: {
    message: 'The access token is not a JWT that is signed: it is opaque, encrypted, or was cut.',
    action: 'Ask your provider for an access token for an API (audience or resource).',
  },
  login_algorithm: {
    message: 'The access token is signed with an algorithm that is not accepted.',
    action: 'Let the provider sign with RS256 or ES256; a shared secret (HS256) is never accepted.',
  },
  login_audience: {
    message: 'The access token is for another audience than the server expects.',
    action:
      'Set LOGIN_AUDIENCE (the option audience) to the aud of your access tokens, or ask for a token for this API.',
  },
  login_issuer: {
    message: 'The access token is from another issuer than the server expects.',
    action:
      'Set LOGIN_ISSUER (the option issuer) to the iss of your access tokens, letter by letter, with or without a slash at its end.',
  },
  login_no_bearer: {
    message: 'The Authorization header of the request is not Bearer and a token.',
    action: 'Send Bearer, a space and the access token. It may have been empty: check that fetching it works.',
  },
  login_refused: {
    message: 'The server refused the login of your app, and the line names the reason.',
    action: 'Read what stands after the colon. It is about the access token of your login, not about a UserSig.',
  },
  login_provider_down: {
    message: 'The server cannot fetch the keys of your login provider.',
    action:
      'Check from the server that LOGIN_ISSUER can be reached, and that its discovery document names the same issuer; usersig demo-login has to be running.',
  },
  variable_missing: {
    message: 'A variable that the server reads is not set.',
    action:
      'Write it into .env in the folder of the server and start with node --env-file=.env, or set it in the settings of your platform.',
  },
}
