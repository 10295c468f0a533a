import type { Group } from '../conform/score.ts'

/** What the command line says in English. The Chinese has the same names. */
export const en = {
  help: {
    about: 'UserSig and PrivateMapKey, the tickets of Tencent Cloud Chat, TRTC, Live and Call.',
    after: `
The key comes from USERSIG_SDKAPPID and USERSIG_SECRETKEY, from --key-file, or is asked for; it is never shown.
Exit codes: 0 all is well or a code is explained, 1 something is wrong, 2 wrong call, 3 the key is missing to know.
Free text without a command is for the doctor: usersig 70009

Completion: source <(usersig complete bash), and the same for zsh, fish and powershell.`,
    more: (command: string) => `(usersig ${command}--help tells more)`,
    version: 'print the version',
    help: 'print this help',
    helpCommand: 'print the help of a command',
    titles: {
      'Usage:': 'Usage:',
      'Arguments:': 'Arguments:',
      'Options:': 'Options:',
      'Commands:': 'Commands:',
    } as Readonly<Record<string, string>>,
    options: '[options]',
    command: '[command]',
    default: 'default',
    choices: 'choices',
    language: 'language of all texts: en or zh (default: that of LC_ALL and LANG)',
  },
  /** How texts of the parser are changed. */
  parser: [] as readonly (readonly [pattern: RegExp, text: string])[],
  /** How messages of the core are said in another language, values and all. */
  faults: [] as readonly (readonly [pattern: RegExp, text: string])[],
  colon: ': ',
  semicolon: '; ',
  error: 'error: ',

  keys: {
    sdkappid: 'SDKAppID [USERSIG_SDKAPPID]',
    keyFile: 'file with the SDKSecretKey: JSON, .env lines, or the key alone',
    secretKey: 'SDKSecretKey; it stays in the history of your shell',
    noKeyHint: `Set USERSIG_SDKAPPID and USERSIG_SECRETKEY, or use --sdkappid and --key-file.
The key is in the console of Chat or TRTC, on the page of your application.`,
    noId: 'There is no SDKAppID.',
    noKey: 'There is no SDKSecretKey.',
    keyWithoutId: 'There is a key, but not of which application.',
    addId: 'Add --sdkappid, or set USERSIG_SDKAPPID.',
    several: (ids: string) => `There are keys of several applications: ${ids}.`,
    choose: 'Choose one with --sdkappid.',
    notOf: (id: number) => `The keys at hand are not of SDKAppID ${id}.`,
    inHistory: 'The key is in the history of your shell now, and others on this machine may have seen it.',
    useOther: 'Use --key-file or USERSIG_SECRETKEY instead, or wait to be asked.',
    pem: 'A key in PEM form stands where an option or a text is expected. It is of the old ECDSA scheme: use the SDKSecretKey of the Tencent console, in a file for --key-file.',
    askKey: 'SDKSecretKey (hidden): ',
    nothingEntered: 'Nothing was entered.',
    readable: (path: string) => `Others on this machine can read the key file ${path}.`,
    chmod: (path: string) => `Allow it to yourself alone: chmod 600 ${path}`,
  },
  sdkAppId: {
    separated: (digits: string) => `An SDKAppID has plain digits only: write ${digits}.`,
    wrong: 'An SDKAppID is a number from 1 to 4294967295, such as 1400000000. The console shows it.',
    inEnvironment: (where: string) => `USERSIG_SDKAPPID in ${where} is not an SDKAppID.`,
    environment: 'the environment',
    theKeyFile: (path: string) => `the key file ${path}`,
  },
  keyFile: {
    notLines: (path: string) => `The key file ${path} has no line USERSIG_SECRETKEY=.`,
    isKey: 'This looks like a key, where the path of a file is expected.',
    isKeyHint:
      'Put the key into a file that only you can read. It is in the history of your shell now: delete it there.',
    cannotRead: (path: string, code: string) => `The key file ${path} cannot be read: ${code}.`,
    notText: (path: string) => `The key file ${path} is not text in UTF-8.`,
    empty: (path: string) => `The key file ${path} is empty.`,
    quotes: (path: string) => `The key in ${path} is in quotes.`,
    withoutQuotes: 'Write it without them: they would count as part of the key.',
    notJson: (path: string) => `The key file ${path} begins like JSON, but is not JSON.`,
    noEntry: (path: string) => `The key file ${path} holds no key.`,
    entryWithoutKey: (n: number, path: string) => `Entry ${n} of the key file ${path} has no secretKey.`,
    unknown: (name: string, path: string) => `The key file ${path} has a member ${name}, which means nothing here.`,
    members: 'The members are sdkAppId and secretKey.',
    entryKeyHint: 'It must be a text, or an array of texts.',
    entryId: (n: number, path: string) => `Entry ${n} of the key file ${path} has an sdkAppId that is not an SDKAppID.`,
    both: (where: string) => `USERSIG_SECRETKEY and USERSIG_SECRETKEY_FILE are both set in ${where}.`,
  },
  duration: {
    forms: 'seconds, or 15m, 12h, 7d, 2w',
    wrong: 'Write seconds, or 15m, 12h, 7d, 2w.',
    milliseconds: (text: string, seconds: number) => `${text} looks like milliseconds: write ${seconds}.`,
    tooLong: 'The longest is 50 years, 1576800000 seconds.',
    veryLong: 'It is valid for more than 10 years: some of Tencent’s pages name 10 years as the longest.',
  },
  number: {
    wrong: 'Write a number in plain digits.',
    separated: (digits: string) => `Write it in plain digits: ${digits}.`,
  },
  input: {
    noTicket: 'There is no ticket.',
    noTicketHint: "Write it in quotes, or send it through a pipe: usersig verify 'eJw…'",
    nothing: 'There is nothing to diagnose.',
    nothingHint: 'Write it after the command, send it through a pipe, or use --file: usersig doctor 70009',
    isFolder: 'The input is a folder, not a file.',
    cannotRead: (code: string) => `The input cannot be read: ${code}.`,
    fileCannotRead: (path: string, code: string) => `The file ${path} cannot be read: ${code}.`,
    fileIsFolder: (path: string) => `${path} is a folder, not a file.`,
    bothFileAndText: 'Use either --file or a text.',
    ask: `What do you have? Paste it: a code, a message, a ticket, a curl line, a log. An empty line ends it.`,
  },
  ticket: {
    validFor: (lifetime: string, moment: string) => `valid for ${lifetime}, until ${moment}`,
    rightsFor: (lifetime: string, rights: string) => `valid for ${lifetime}: ${rights}`,
    noRights: 'no rights',
    room: 'room',
    rights: 'rights',
    rightsUntil: 'rights until',
    number: (id: number | undefined) => `${id} (a number)`,
    string: (id: string) => `${id} (a string)`,
    valid: 'Valid.',
    notValid: 'Not valid:',
    none: 'This is not a ticket.',
    askDoctor: "Let the doctor look at it: usersig doctor '…'",
    user: 'user',
    issued: 'issued',
    until: 'until',
    inAll: (moment: string, lifetime: string) => `${moment}, ${lifetime} in all`,
  },
  sign: {
    about: 'sign a UserSig, the ticket with which a user logs in',
    user: 'UserID of the user',
    expire: 'how long it is valid',
    json: 'everything that a client needs, as JSON',
    qr: 'draw a QR code of it in the terminal',
    after: `
The ticket goes to standard output, all else to standard error:
  usersig sign alice | pbcopy
  usersig sign alice --expire 1h --json
  usersig sign alice --qr

A real app gets its tickets from a server, for the user who is logged in there.`,
  },
  room: {
    about: 'sign a PrivateMapKey, the rights of a user in one TRTC room',
    as: 'a preset, names of rights with commas between them, or their number',
    json: 'everything that a client needs, with a UserSig, as JSON',
    numeric: 'numeric room, 1 to 4294967294',
    string: 'string room, up to 64 bytes',
    either: 'Use either --room or --str-room.',
    none: 'There is no room.',
    noneHint: 'Use --room for a number, or --str-room for a string.',
    after: (presets: string, rights: string) => `
A room is a number or a string, and 123 and "123" are two rooms:
  usersig room alice --room 10000 --as audience
  usersig room alice --str-room lobby --as enterRoom,receiveAudio

Presets: ${presets}
Rights:  ${rights}`,
  },
  verify: {
    about: 'verify a UserSig, or with a room a PrivateMapKey',
    ticket: 'the ticket; without it, standard input',
    user: 'the one UserID to accept',
    privateMapKey: 'verify a PrivateMapKey of any room',
    json: 'the claims, or the error, as JSON',
    after: `
It is as strict as your server: a ticket in quotes is refused. usersig doctor says what to do about it.
  usersig verify "$TICKET" --user alice
Exit code 0 for a valid ticket, 1 for one that is not.`,
  },
  inspect: {
    about: 'show what is in a ticket, layer by layer, without a key',
    json: 'layers, sizes and places of all fields as JSON; it holds the ticket and its signature',
    after: `
It needs no key, no network, and verifies nothing. Each field has a letter and a colour, the same in every layer:
  usersig sign alice | usersig inspect

Exit code 0 for a ticket that can be read, 1 for one that cannot.`,
    layers: { ticket: 'ticket', zlib: 'zlib', json: 'JSON', signed: 'signed' },
    characters: 'characters',
    bytes: 'bytes',
    hidden: (bytes: number, isHmac: boolean) => `${bytes} bytes${isHmac ? ' of HMAC-SHA256' : ''}, not shown`,
    notWhole: (message: string) => `It cannot be read to its end: ${message}.`,
    doctor: 'usersig doctor knows more.',
  },
  doctor: {
    about: 'find out why a login fails, from a code, a message, a ticket, a log, anything',
    anything: 'what you have: 70009, a message, a ticket, a curl line; without it, standard input',
    file: 'read it from a file of any size',
    user: 'UserID that logs in',
    clientAppid: 'SDKAppID that the client is started with (default: --sdkappid)',
    expect: 'what the ticket is meant to be',
    json: 'the diagnosis as JSON, without tickets and keys',
    report: 'a report to post in public: tickets, keys, UserIDs and hosts are masked',
    watch: 'ask an issuing endpoint as a client would, again and again',
    origin: 'origin of the web page that asks (with --watch)',
    header: 'header of the request, such as "Authorization: Bearer …" (with --watch)',
    times: 'how often to ask (with --watch)',
    online: "let Tencent's REST API judge the SDKAppID and its key; says first what it sends",
    region: 'region of the application (with --online)',
    admin: 'UserID of an administrator of the application (with --online)',
    apiHost: 'another host of the REST API, such as https://adminapi.my-imcloud.com (with --online)',
    yes: 'send it without asking (with --online)',
    after: `
What you write or send decides what it does:
  usersig doctor 70009
  usersig doctor -100018
  usersig doctor 'login failed, code: 6206'
  usersig doctor 'eJw…' --user alice
  pbpaste | usersig doctor --key-file apps.json --room 10000
  usersig doctor --file app.log --report
  usersig doctor --watch https://example.com/usersig --origin https://app.example.com
  usersig doctor --online --region singapore --user alice

Every key at hand is tried: apps.json may hold many, [{ "sdkAppId": 1400000000, "secretKey": "…" }].
Without a key all but the signature is checked.

Exit code 0 for a ticket that works and for a code or message that is known, 1 for anything else, 3 if only the key is
missing to know.`,
    verdicts: {
      valid: 'This ticket works.',
      elsewhere: 'This ticket works, but perhaps not for the login that the text shows.',
      invalid: 'This ticket does not work.',
      unverified: 'Nothing is wrong that can be seen without its key.',
      none: 'There is no ticket in it.',
    },
    kinds: {
      user_sig: 'a UserSig',
      private_map_key: 'a PrivateMapKey',
      user_sig_with_buffer: 'a UserSig with a user buffer',
      ecdsa_user_sig: 'a UserSig of the old ECDSA scheme',
      message: 'a message',
      code: 'a code',
      jwt: 'a JWT',
      other_token: 'a token of another vendor',
      secret_key: 'a secret key',
      private_key: 'a private key',
      cloud_api_key: 'a key of the cloud API',
      number: 'a number',
      empty: 'an empty text',
      unknown: 'not a ticket',
    },
    by: (program: string) => ` (${program})`,
    itIs: (kind: string, who: string) => ` It is ${kind}${who}.`,
    whose: (user: string, sdkAppId: number) => ` for ${user}, SDKAppID ${sdkAppId}`,
    causes: 'Possible causes, the most likely first:',
    lessLikely: 'Less likely:',
    otherCauses: (code: string) => `If ${code} comes back with another ticket, it may be:`,
    says: (code: string, meaning: string) => `The text names ${code}: ${meaning}`,
    wouldAnswer: (code: string, meaning: string) => `Tencent would answer ${code}: ${meaning}`,
    wordOf: (word: string) => `Codes about ${word}:`,
    reportTitle: 'usersig report',
    reportMasked: 'Tickets, keys, UserIDs and hosts are masked.',
    reportVersions: 'versions',
    reportInput: 'input',
    reportCharacters: (count: number) => `${count} characters`,
    severities: { error: 'error', warning: 'warning', info: 'info' },
    reportVerdicts: { valid: 'valid', invalid: 'invalid', unverified: 'unverified', none: 'none' },
    reportVerdict: 'verdict',
    reportCode: 'code',
    reportNone: 'none',
    reportFindings: 'Findings',
    reportCauses: 'Causes',
    reportEvidence: 'Evidence:',
    reportNext: 'Next step:',
  },
  codes: {
    about: 'list all error codes that are known, or those about a word',
    word: 'a word of the meaning, such as expired',
    json: 'as JSON',
    after: `
  usersig codes
  usersig codes expired
usersig doctor explains one of them.`,
    toolkit: (tencentCode: number | undefined) =>
      tencentCode ? `Tencent's servers answer ${tencentCode}.` : 'Tencent has no code of its own for it.',
    none: (word: string) => `No code is about ${word}.`,
  },
  bulk: {
    about: 'sign UserSigs for all users of a CSV file, in threads',
    file: 'the CSV file, or - for standard input',
    output: 'write to a file instead of standard output',
    expire: 'how long they are valid',
    column: 'column that holds the UserIDs',
    threads: 'how many threads sign',
    skipInvalid: 'leave out users who cannot get a ticket, and name them on standard error',
    qr: 'a page to print, with a QR code for each user, in place of the CSV file',
    raw: 'leave UserIDs as they are that spreadsheets take for formulas',
    after: `
The first line of the file names its columns; the UserIDs are in the one called userId, or the one that --column names.
A column called expire holds lifetimes, such as 3600 or 1h. What comes out is a file with the columns userId and userSig:
  usersig bulk users.csv > tickets.csv
  usersig bulk users.csv --output tickets.csv --expire 1d --skip-invalid
  usersig bulk users.csv --qr sheet.html
  cat users.csv | usersig bulk - --column id > tickets.csv`,
    threadsWrong: (max: number) => `Write a number from 1 to ${max}.`,
    line: (line: number) => `Line ${line}: `,
    repair: 'Repair the file, or leave them out: --skip-invalid.',
    cannotWrite: (code: string) => `The tickets cannot be written: ${code}.`,
    sameFile: (path: string) => `${path} is the file that is read.`,
    another: 'Write to another one.',
    notUtf8: (line: number) => `Line ${line} is not UTF-8.`,
    notCsv: (line: number, code: string) => `Line ${line} is not CSV: ${code}.`,
    empty: 'There is nothing to read: the file is empty.',
    noColumn: (name: string) => `There is no column ${name}.`,
    columns: (names: string) => `The first line has: ${names}.`,
    choose: 'Choose one with --column, or write a line with the names of the columns on top.',
    commas: 'Columns have commas between them.',
    duplicate: (line: number, user: string, first: number) => `Line ${line}: ${user} is in line ${first} already.`,
    duplicates: (count: number) =>
      `${count} ${count === 1 ? 'UserID is' : 'UserIDs are'} there twice or more: each line got a ticket.`,
    formulas: (count: number) =>
      `${count} UserIDs begin with a sign that spreadsheets take for a formula: they have ' in front. Programs need --raw.`,
    users: (count: string) => `${count} users`,
    perSecond: (users: string, speed: string) => `${users}, ${speed} a second`,
    tooMany: (max: number) => `A page holds at most ${max} QR codes.`,
    split: 'Split the file.',
    sheet: 'UserSig tickets',
    sheetNote: 'Each of these logs a user in. Print, use, and destroy the page.',
    sheetUntil: (moment: string) => `until ${moment}`,
  },
  init: {
    about: 'wire UserSig tickets into the project of this folder',
    stack: 'the framework, if it is not the one that is found',
    login: 'which login knows the users of the app',
    set: 'a value of the login, such as domain=example.eu.auth0.com',
    dryRun: 'show what would be done, and do nothing',
    yes: 'ask nothing; what is not known stays a placeholder that lets nobody in',
    start: 'do not start the app in the end',
    after: `
It looks at package.json and the app's own files, shows what it will do, and asks. It installs the adapter, writes the
route, its test and .env, and starts the app once to show the first ticket. No file is written over.
  npx usersig init
  npx usersig init --dry-run
  npx usersig init --yes --login auth0 --set domain=example.eu.auth0.com audience=https://api.example.com`,
    noProject: 'There is no package.json in this folder.',
    noProjectHint: 'Go to the folder of your server, or make one first: npm init --yes',
    badManifest: 'package.json is not JSON.',
    cannotAsk: 'Nobody can be asked here.',
    cannotAskHint: 'Add --yes, or --dry-run to see what would be done.',
    verbs: { install: 'install', write: 'write', add: 'add to', change: 'change', there: 'is there' },
    leftAsIs: 'left as it is',
    ownerOnly: 'for you alone (mode 600)',
    emptyKey: ', without a key: there are no tickets until it has one',
    wired: 'has the route already',
    noTest: {
      runner: 'No test: this project has no test runner, and this Node.js cannot run TypeScript. Node.js 22.18 can.',
      type: 'No test: this project has no test runner, and Node.js runs this TypeScript only with "type": "module" in package.json.',
      login: 'No test: this login works inside your running app only.',
    },
    whichLogin: 'Which login knows the users of your app?',
    ownTitle: 'a login of your own (own)',
    noSuchLogin: 'Write one of the numbers.',
    noSuchValue: (name: string, login: string) => `The login ${login} has no value ${name}; it has:`,
    noLoginHere: (login: string, stack: string) => `The login ${login} does not fit ${stack}; these do:`,
    noInstance: (login: string, name: string) => `${login} needs your own ${name}, and no file exports it.`,
    noInstanceHint: (name: string) =>
      `Export it as ${name} from auth.ts or lib/auth.ts, in the folder of the project or in src, and run this again.`,
    badPair: 'Write --set as name=value.',
    askValue: (name: string, example: string) => `${name}, such as ${example} (Enter: later): `,
    askId: 'SDKAppID (Enter: later): ',
    doIt: 'Do it? [Y/n] ',
    nothingDone: 'Nothing was done.',
    installFailed: (line: string, code: string) => `${line} ended with ${code}; nothing was written.`,
    changedMeanwhile: (path: string) => `${path} has changed since it was looked at: run it again.`,
    starting: 'Starting the app once. A stand-in answers for the provider of the login.',
    notStarted: 'The app did not answer. It says:',
    withoutLogin: (status: number) => `without a login: ${status}`,
    withLogin: (status: number) => `as alice: ${status}`,
    sample: '(a sample: your key is still missing)',
    next: 'What is left',
    replace: (names: string, file: string) => `Put your own ${names} into ${file}.`,
    noLogin:
      "If there is no login yet, write issuer 'http://localhost:4100' and audience 'my-api', and run: npx usersig demo-login",
    ownLogin: (file: string) => `Let authenticate in ${file} return the user of your login.`,
    setKey: (file: string) =>
      `Put the SDKAppID and the SDKSecretKey into ${file}; the console shows them on the page of your application.`,
    setSecret: (name: string, file: string) => `Put the AppSecret of your mini program into ${file}, as ${name}.`,
    addLines: (file: string) => `Add these lines${file && ` to ${file}`}:`,
    deploy:
      'For the deployed Worker: "vars": { "USERSIG_SDKAPPID": "…" } in the configuration of wrangler, and `npx wrangler secret put USERSIG_SECRETKEY`',
    tests: (line: string) => `Run the tests: ${line}`,
    ci: 'Other tests that load the app need a key as well where there is no .env: import @usersig/testing/environment first.',
  },
  serve: {
    about: 'serve tickets of demo users to the apps of this machine',
    port: 'port to listen on',
    users: 'demo users, with commas between them',
    expire: 'how long tickets are valid',
    lan: 'let phones in this network ask, each with a code that is shown here',
    config: 'in production: serve the users of your login, as this file says (@usersig/service)',
    check: 'with --config: look at the file, and end',
    missing: '@usersig/service is not installed: only --config needs it.',
    missingHint:
      'npm install @usersig/service, or: npx -y -p usersig -p @usersig/service usersig serve --config usersig.json',
    valid: (path: string, apps: string) => `${path} is valid: ${apps}`,
    after: `
For the time before there is a server. The client names its demo user as a token:
  curl -X POST -H 'Authorization: Bearer alice' http://localhost:3030/usersig
  createUserSigSource({ endpoint: 'http://localhost:3030/usersig', headers: { authorization: 'Bearer alice' } })

Only programs of this machine reach it, an Android emulator by http://10.0.2.2:3030/usersig. Pages of other sites do
not. Refused requests and the reasons appear here. With --lan phones of the same network reach it, each with a code
of its own in place of the name.`,
    issued: 'issued',
    refused: 'refused',
    usersWrong: '--users takes names of letters, digits and signs, with commas between them.',
    at: (users: string, url: string) => `Tickets for ${users} at ${url}`,
    noPort: (port: number) => `There is no port ${port}: write 1 to 65535, or 0 for any that is free.`,
    cannotOpen: (port: number, code: string) => `Port ${port} cannot be opened: ${code}.`,
    otherPort: 'Choose another with --port.',
    callFor: (host: string) => `a call for ${host}`,
    pageOf: (origin: string) => `a page of ${origin}`,
    thisMachine: 'pages of this machine only',
    thisNetwork: 'this machine and its addresses only',
    noNetwork: 'This machine has no address that phones could reach.',
    noNetworkHint: 'Connect it to a network, or leave --lan out.',
    lanWarning:
      'Everybody in this network can reach it now. Stop it when you are done, and use it for test users only.',
    lanPlain: 'It is HTTP without encryption: others in the network can read the tickets.',
    codeFor: (user: string) => `code for ${user}`,
    codeHint: 'Each code works for the first phone that uses it: Authorization: Bearer <code>',
    claimed: (user: string, address: string) => `${address} is ${user} now`,
    tooManyPhones: 'All codes are given out.',
    reached: (url: string) =>
      `This phone reaches usersig serve.\n\nEndpoint: ${url}\nHeader: Authorization: Bearer <a code from the terminal>\n`,
  },
  demoLogin: {
    about: 'stand in for the provider of your login on this machine: tokens for any user, for trials',
    port: 'port to listen on; 0 for any that is free',
    audience: 'whom the tokens are for: their aud',
    production: 'demo-login lets everybody be any user: it does not run with NODE_ENV=production.',
    productionHint: 'In production, LOGIN_ISSUER and LOGIN_AUDIENCE are those of the provider of your login.',
    noAudience: '--audience takes a name such as my-api, without spaces.',
    at: (url: string) => `A login for this machine. A token of alice: ${url}`,
    inEnv: 'These lines belong into the .env of your server:',
    tryIt: 'With your server on port 3000, this fetches a ticket:',
    portTaken:
      'Another program listens there, perhaps a second demo-login. Choose another with --port: LOGIN_ISSUER changes with it.',
    warning: 'Every program of this machine is any user here: it is for trials. Ctrl+C ends it.',
    after: `
For the time before there is a login. Your server checks its tokens as it checks those of Auth0, Keycloak or any other
provider, with jwt() of @usersig/auth:
  authenticate: jwt({ issuer: process.env.LOGIN_ISSUER, audience: process.env.LOGIN_AUDIENCE })
In production, LOGIN_ISSUER and LOGIN_AUDIENCE are those of your provider; the code stays as it is.

  usersig demo-login
  curl http://localhost:4100/token/alice

A user has at most 128 characters. A token is valid for an hour. The keys are new at each start: a server that is running
asks for them again within 30 seconds. Refused requests are printed. Only programs of this machine reach it; pages do so
through the server that they come from, such as the proxy of Vite.`,
  },
  online: {
    noText: 'With --online there is nothing else to diagnose: leave the text out.',
    badHost: '--api-host takes an address that begins with https://, or with http:// on this machine.',
    willSend: (address: string) => `This sends one request: POST ${address}`,
    willTell: (id: number, admin: string, seconds: number, user: string) =>
      `It holds SDKAppID ${id}, the administrator ${admin} with a UserSig that is valid for ${seconds} seconds, and asks whether ${user} has an account. It changes nothing.`,
    keyStays: 'The key stays on this machine.',
    question: 'Send it? [y/N] ',
    notAsked: 'Nothing was sent: nobody is there to say yes.',
    addYes: 'Add --yes.',
    notSent: 'Nothing was sent.',
    noAnswer: (reason: string) => `The REST API cannot be asked: ${reason}.`,
    noAnswerHint: 'Check the network, a proxy, and the region: --region, --api-host.',
    notApi: (status: number) => `What answered (status ${status}) is not the REST API.`,
    notApiHint: 'Look for a proxy or a login page in between, and check --api-host.',
    accepted: (id: number) => `Tencent accepts the key of SDKAppID ${id}.`,
    imported: (user: string) => `${user} has an account.`,
    notImported: (user: string) => `${user} has no account yet: it gets one at its first login, or by account_import.`,
    refused: (id: number, code: number) => `Tencent refuses SDKAppID ${id} with this key: ${code}.`,
    unknownCode: 'The code is not known here. Look it up in the documents of the REST API.',
  },
  watch: {
    attempt: (n: number, of: number, url: string) => `${n} of ${of}: POST ${url}`,
    checks: {
      reach: 'answer',
      status: 'status',
      redirect: 'redirect',
      type: 'content type',
      cors: 'CORS',
      clock: 'clock',
      cache: 'cache',
      ticket: 'ticket',
      lifetime: 'lifetime',
    },
    unreachable: (code: string) => `no answer: ${code}`,
    unreachableHint: 'Check the address, the port, the certificate, and that the server runs.',
    timeout: (seconds: number) => `no answer within ${seconds} seconds`,
    status: (status: number) => `it answers ${status}`,
    statusHints: {
      401: 'The endpoint does not know who is logged in: send what your app sends, with --header.',
      403: 'The endpoint refuses this user or room.',
      404: 'Check the path: the route is not there, or not for POST.',
      405: 'The route does not take POST, which the client sends.',
      429: 'The limit of the endpoint is reached: wait as long as Retry-After says.',
      other: 'Look into the log of the server.',
    } as Readonly<Record<string, string>>,
    redirected: (location: string) => `it redirects to ${location}`,
    redirectHint: 'Use the address that it leads to: a redirect often turns POST into GET, or leads to a login page.',
    notJson: (type: string) => `it answers ${type}, not application/json`,
    notJsonHint: 'Something else answers: a proxy, a page, or a body parser.',
    tooLarge: 'the answer is longer than 64 KiB',
    noCors: (origin: string) => `pages of ${origin} may not read the answer`,
    noCorsHint: 'Send Access-Control-Allow-Origin with that origin, to OPTIONS as well.',
    preflight: (status: number) => `OPTIONS answers ${status}, so browsers do not send the request`,
    preflightHeaders: (names: string) => `OPTIONS does not allow the headers ${names}`,
    preflightHint: 'Answer OPTIONS with 204 and Access-Control-Allow-Headers: authorization, content-type.',
    corsOk: (origin: string) => `pages of ${origin} may read it`,
    noClock: 'without a Date header: the client cannot tell its own clock',
    noClockHint: 'Let the server send Date, and name it in Access-Control-Expose-Headers.',
    clockOff: (seconds: string) => `the clocks of the server and of this machine differ by ${seconds}`,
    clockHint: 'Set both by NTP.',
    clockOk: 'agrees with this machine',
    cached: (value: string) => `Cache-Control is ${value}: a cache may keep the ticket`,
    cacheHint: 'Send Cache-Control: no-store.',
    none: 'missing',
    cacheOk: 'no-store',
    noTicket: 'there is no ticket in the answer',
    noTicketHint: 'The client looks for the member userSig of a JSON object.',
    ticketOk: (user: string, id: number) => `for ${user}, SDKAppID ${id}, signed by a key at hand`,
    ticketUnverified: (user: string, id: number) =>
      `for ${user}, SDKAppID ${id}; no key at hand to check the signature`,
    lifetime: (left: string) => `valid for another ${left}`,
    short: (left: string) => `valid for another ${left} only`,
    shortHint: 'A ticket that is old already comes from a cache; one that is short makes clients ask all the time.',
    long: (left: string) => `valid for another ${left}: more than 10 years`,
    longHint: 'Some of Tencent’s pages name 10 years as the longest. A day or a week is enough.',
    notUrl: 'Write an address that begins with http:// or https://.',
    badHeader: 'Write a header as "Name: value".',
    next: (seconds: number) => `next in ${seconds} seconds`,
    summary: (good: number, all: number) => `${good} of ${all} answers were right.`,
  },
  conform: {
    about: 'score a signer, a verifier or an issuing endpoint, written in any language',
    command: 'command that signs; with --lines, also one that verifies',
    lines: 'the command answers each line of JSON with a line of JSON',
    url: 'address of an issuing endpoint, or with {userId} in it of a generator',
    header: 'header of a login at the endpoint, such as "Authorization: Bearer …"',
    timeout: 'how long to wait for each answer, in seconds',
    json: 'the score as JSON',
    after: `
An endpoint gets the requests of the HTTP contract, and its tickets are checked with your key:
  usersig conform --url http://localhost:3000/usersig --header 'Authorization: Bearer …' --key-file .env

A command that makes UserSigs is run for each ticket. It gets its inputs where it names them, {sdkAppId}, {secretKey},
{userId} and {expire}, and as USERSIG_SDKAPPID, USERSIG_SECRETKEY, USERSIG_USERID and USERSIG_EXPIRE. What it prints may
hold more than the ticket. So is an address that names its inputs, with GET and your own application.
  usersig conform --command 'php sign.php {userId}'
  usersig conform --command 'python3 sign.py {sdkAppId} {secretKey} {userId} {expire}'
  usersig conform --url 'http://localhost:8080/sign?user={userId}' --key-file app.json

With --lines it is started once, and can verify and sign for rooms, too:
  usersig conform --lines --command 'java -cp . Conform'

A command gets keys that are published and guard nothing. Exit code 0 if nothing failed, 1 if something did.`,
    either: 'Use either --command or --url.',
    noLogin: 'Without --header, only what needs no login is tried.',
    noKey: 'Without a key, the signatures of the tickets are not checked.',
    failed: (code: string) => `the command failed: ${code}`,
    printed: 'the command says:',
    noAnswer: (seconds: number) => `no answer within ${seconds} seconds`,
    tooLong: 'more than 64 KiB came',
    noJson: 'the line is not an answer',
    noJsonHint: 'Answer each line with one JSON object: ticket, valid, error or unsupported.',
    status: (status: number) => `the address answered ${status}`,
    noTicket: 'no ticket came',
    cameInstead: (text: string) => `This came: ${text}`,
    cameNothing: 'Nothing came: print the ticket on standard output, or send it as the answer.',
    expire: (found: string, wanted: string) => `the lifetime is ${found}, not ${wanted}`,
    expireHint: 'Sign the lifetime that the program is asked for, in seconds.',
    time: (seconds: string) => `the time in the ticket differs from the clock by ${seconds}`,
    timeHint: 'TLS.time is the present Unix time in seconds.',
    rights: (found: string, wanted: number) => `the rights are ${found}, not ${wanted}`,
    signed: 'it was signed',
    others: (names: string) => `The same: ${names}`,
    ticketsRight: 'The tickets that it signs are right. It also signs what it should refuse.',
    signedHint: 'Refuse such an input before anything is signed.',
    accepted: 'it was accepted',
    refused: 'it was refused',
    expired: 'expired an hour ago',
    otherKey: 'another key',
    otherUser: 'another user',
    otherApp: 'another application',
    wanted: (name: string, found: string, wanted: string) => `${name} is ${found}, not ${wanted}`,
    unwanted: (name: string) => `${name} should not be in the answer`,
    missing: (name: string) => `${name} is missing`,
    groups: {
      signUserSig: 'signs a UserSig',
      signUserBuf: 'signs a user buffer',
      signRoom: 'signs for a numeric room',
      signStringRoom: 'signs for a string room',
      refuseInputs: 'refuses bad inputs',
      verifyFresh: 'verifies tickets of now',
      verifyOfficial: 'verifies official tickets',
      verifyToolkit: "verifies this toolkit's tickets",
      verifyQuirks: 'verifies unusual tickets',
      verifyHostile: 'stands hostile tickets',
      verifyDamaged: 'stands damaged tickets',
      issue: 'issues tickets',
      login: 'asks for the login',
      methods: 'answers other methods',
      cors: 'opens to no other origin',
      rooms: 'checks the room',
      types: 'checks the type of the body',
      body: 'reads the body',
      size: 'bounds the body',
      order: 'asks for the login first',
    } satisfies Record<Group, string>,
    score: (passed: number, tried: number) => `${passed} of ${tried}`,
    notTried: 'not tried',
    left: (count: number) => `, ${count} not tried`,
    nothing: 'Nothing could be tried.',
    right: (count: number) => `All ${count} hold.`,
    wrong: (failed: number, tried: number) => `${failed} of ${tried} do not hold.`,
  },
  console: {
    about: 'open the page that diagnoses, generates and verifies tickets, from this machine',
    at: (url: string) => `The page is at ${url}`,
    private: 'It is served to this machine alone; what you paste there stays in the browser. Ctrl+C ends it.',
    missing: 'The page is not in this build.',
    missingHint: 'Install the package from the registry, or build apps/demo first.',
    port: 'port to listen on; 0 for any that is free',
    after: `
  usersig console
  usersig console --port 8080`,
  },
  mcp: {
    about: 'offer diagnosis and verification to assistants (Model Context Protocol, over standard input and output)',
    missing: '@modelcontextprotocol/sdk is not installed: only this command needs it.',
    missingHint: 'npx -y -p usersig -p @modelcontextprotocol/sdk@1 usersig mcp',
    after: `
An assistant starts it itself, by an entry such as this in its configuration:
  { "mcpServers": { "usersig": { "command": "npx",
    "args": ["-y", "-p", "usersig", "-p", "@modelcontextprotocol/sdk@1", "usersig", "mcp"],
    "env": { "USERSIG_SDKAPPID": "1400000000", "USERSIG_SECRETKEY_FILE": "/home/me/usersig.key" } } } }
By hand, with a key file:
  usersig mcp --key-file app.json

The key stays on this machine: no tool takes one, none returns one, and none signs a ticket.`,
  },
  complete: {
    shell: 'name of the shell',
    about: 'print the completion script of a shell',
    after: `
Put the line of your shell into its start file:
  bash        source <(usersig complete bash)
  zsh         source <(usersig complete zsh)
  fish        usersig complete fish | source
  powershell  usersig complete powershell | Out-String | Invoke-Expression`,
  },
  result: { cannotWrite: (code: string) => `The result cannot be written: ${code}.` },
}

/** What each language has. */
export type Words = typeof en
