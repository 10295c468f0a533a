import type { Words } from './en.ts'
import { FAULTS } from './zh-faults.ts'

/** 命令行的中文。名称与英文一一对应。 */
export const zh: Words = {
  help: {
    about: 'UserSig 与 PrivateMapKey：腾讯云即时通信 IM、TRTC、直播、通话的登录票据与进房票据。',
    after: `
密钥来自 USERSIG_SDKAPPID 和 USERSIG_SECRETKEY，或者 --key-file，也可以在提示后输入；任何命令都不会显示密钥。
退出码：0 正常，或者错误码已解释清楚；1 有问题，2 用法不对，3 缺少密钥，无法判断。
不写命令的任意文本交给 doctor：usersig 70009

命令补全：source <(usersig complete bash)，zsh、fish、powershell 同理。`,
    more: (command) => `（详见 usersig ${command}--help）`,
    version: '显示版本号',
    help: '显示帮助',
    helpCommand: '显示某个命令的帮助',
    titles: { 'Usage:': '用法：', 'Arguments:': '参数：', 'Options:': '选项：', 'Commands:': '命令：' },
    options: '[选项]',
    command: '[命令]',
    default: '默认',
    choices: '可选',
    language: '全部文字的语言：en 或 zh（默认取自 LC_ALL 和 LANG）',
  },
  parser: [
    [/^error: unknown option '(.*)'/m, '错误：没有选项“$1”'],
    [/^error: unknown command '(.*)'/m, '错误：没有命令“$1”'],
    [/^error: missing required argument '(.*)'/m, '错误：缺少参数“$1”'],
    [/^error: option '(.*?)' argument missing/m, '错误：选项“$1”缺少值'],
    [/^error: option '(.*?)' argument '(.*)' is invalid\. ?/m, '错误：选项“$1”的值“$2”无效。'],
    [/^error: command-argument value '(.*?)' is invalid for argument '(.*?)'\. ?/m, '错误：参数“$2”的值“$1”无效。'],
    [/^error: option '(.*?)' cannot be used with option '(.*?)'/m, '错误：选项“$1”不能与“$2”同时使用'],
    [
      /^error: too many arguments(?: for '.*?')?\. Expected (\d+) arguments? but got (\d+)(?:: .*)?\.?/m,
      '错误：参数过多，应为 $1 个，给出了 $2 个',
    ],
    [/Allowed choices are (.*)\.$/m, '可选值：$1。'],
    [/^\(Did you mean one of (.*)\?\)$/m, '（是不是 $1？）'],
    [/^\(Did you mean (.*)\?\)$/m, '（是不是 $1？）'],
  ],
  faults: FAULTS,
  colon: '：',
  semicolon: '；',
  error: '错误：',

  keys: {
    sdkappid: '应用的 SDKAppID [USERSIG_SDKAPPID]',
    keyFile: '存放 SDKSecretKey 的文件：JSON、.env 格式，或者只有密钥',
    secretKey: '应用的 SDKSecretKey；会留在 shell 历史记录里',
    noKeyHint: `请设置 USERSIG_SDKAPPID 和 USERSIG_SECRETKEY，或者使用 --sdkappid 和 --key-file。
密钥在即时通信 IM 或 TRTC 控制台的应用页面上。`,
    noId: '缺少 SDKAppID。',
    noKey: '缺少 SDKSecretKey。',
    keyWithoutId: '有密钥，但不知道属于哪个应用。',
    addId: '请加上 --sdkappid，或者设置 USERSIG_SDKAPPID。',
    several: (ids) => `有多个应用的密钥：${ids}。`,
    choose: '请用 --sdkappid 选择一个。',
    notOf: (id) => `现有的密钥不属于 SDKAppID ${id}。`,
    inHistory: '密钥已经进入 shell 历史记录，本机的其他用户也可能看到。',
    useOther: '请改用 --key-file 或 USERSIG_SECRETKEY，或者等提示后再输入。',
    pem: '在选项或文本的位置上出现了 PEM 格式的密钥。它属于旧的 ECDSA 方案：请改用腾讯云控制台里的 SDKSecretKey，放进文件并用 --key-file 指定。',
    askKey: 'SDKSecretKey（不显示）：',
    nothingEntered: '没有输入内容。',
    readable: (path) => `本机的其他用户可以读取密钥文件 ${path}。`,
    chmod: (path) => `请只允许自己读取：chmod 600 ${path}`,
  },
  sdkAppId: {
    separated: (digits) => `SDKAppID 只能写半角数字：请写 ${digits}。`,
    wrong: 'SDKAppID 是 1 至 4294967295 的数字，例如 1400000000，可在控制台查看。',
    inEnvironment: (where) => `${where}里的 USERSIG_SDKAPPID 不是 SDKAppID。`,
    environment: '环境变量',
    theKeyFile: (path) => `密钥文件 ${path} `,
  },
  keyFile: {
    notLines: (path) => `密钥文件 ${path} 里没有 USERSIG_SECRETKEY= 这一行。`,
    isKey: '这里应该是文件路径，给出的却像是密钥。',
    isKeyHint: '请把密钥放进只有自己能读取的文件。它现在已进入 shell 历史记录：请从中删除。',
    cannotRead: (path, code) => `无法读取密钥文件 ${path}：${code}。`,
    notText: (path) => `密钥文件 ${path} 不是 UTF-8 文本。`,
    empty: (path) => `密钥文件 ${path} 是空的。`,
    quotes: (path) => `${path} 里的密钥带有引号。`,
    withoutQuotes: '请去掉引号，否则引号会被当作密钥的一部分。',
    notJson: (path) => `密钥文件 ${path} 的开头像 JSON，但不是有效的 JSON。`,
    noEntry: (path) => `密钥文件 ${path} 里没有密钥。`,
    entryWithoutKey: (n, path) => `密钥文件 ${path} 的第 ${n} 项没有 secretKey。`,
    unknown: (name, path) => `密钥文件 ${path} 里有字段 ${name}，这里不认识。`,
    members: '可用的字段是 sdkAppId 和 secretKey。',
    entryKeyHint: 'secretKey 必须是文本，或者文本数组。',
    entryId: (n, path) => `密钥文件 ${path} 的第 ${n} 项的 sdkAppId 不是 SDKAppID。`,
    both: (where) => `${where}里同时设置了 USERSIG_SECRETKEY 和 USERSIG_SECRETKEY_FILE。`,
  },
  duration: {
    forms: '秒数，或者 15m、12h、7d、2w',
    wrong: '请写秒数，或者 15m、12h、7d、2w。',
    milliseconds: (text, seconds) => `${text} 像是毫秒：请写 ${seconds}。`,
    tooLong: '最长 50 年，即 1576800000 秒。',
    veryLong: '有效期超过 10 年：腾讯云的部分文档写明最长 10 年。',
  },
  number: {
    wrong: '请写半角数字。',
    separated: (digits) => `请写半角数字：${digits}。`,
  },
  input: {
    noTicket: '没有给出票据。',
    noTicketHint: "请放在引号里，或者通过管道传入：usersig verify 'eJw…'",
    nothing: '没有可以诊断的内容。',
    nothingHint: '请写在命令后面、通过管道传入，或者使用 --file：usersig doctor 70009',
    isFolder: '输入是文件夹，不是文件。',
    cannotRead: (code) => `无法读取输入：${code}。`,
    fileCannotRead: (path, code) => `无法读取文件 ${path}：${code}。`,
    fileIsFolder: (path) => `${path} 是文件夹，不是文件。`,
    bothFileAndText: '--file 和文本只能给出一个。',
    ask: '您手上有什么？错误码、报错信息、票据、curl 命令、日志都可以，请粘贴在这里，以空行结束。',
  },
  ticket: {
    validFor: (lifetime, moment) => `有效期 ${lifetime}，至 ${moment}`,
    rightsFor: (lifetime, rights) => `有效期 ${lifetime}：${rights}`,
    noRights: '没有任何权限',
    room: '房间',
    rights: '权限',
    rightsUntil: '权限截止',
    number: (id) => `${id}（数字房间）`,
    string: (id) => `${id}（字符串房间）`,
    valid: '有效。',
    notValid: '无效：',
    none: '这不是票据。',
    askDoctor: "交给 doctor 看：usersig doctor '…'",
    user: '用户',
    issued: '签发时间',
    until: '截止时间',
    inAll: (moment, lifetime) => `${moment}，共 ${lifetime}`,
  },
  sign: {
    about: '签发 UserSig，即用户登录用的票据',
    user: '用户的 UserID',
    expire: '有效期',
    json: '以 JSON 输出客户端所需的全部内容',
    qr: '在终端里画出二维码',
    after: `
票据写到标准输出，其余内容写到标准错误输出：
  usersig sign alice | pbcopy
  usersig sign alice --expire 1h --json
  usersig sign alice --qr

正式的应用应由业务服务端为已登录的用户签发票据。`,
  },
  room: {
    about: '签发 PrivateMapKey，即用户在一个 TRTC 房间里的权限',
    as: '预设、以逗号分隔的权限名称，或者权限数值',
    json: '以 JSON 输出客户端所需的全部内容，包括 UserSig',
    numeric: '数字房间，1 至 4294967294',
    string: '字符串房间，最多 64 字节',
    either: '--room 和 --str-room 只能给出一个。',
    none: '没有指定房间。',
    noneHint: '数字房间用 --room，字符串房间用 --str-room。',
    after: (presets, rights) => `
房间分数字和字符串两种，123 和 "123" 是两个房间：
  usersig room alice --room 10000 --as audience
  usersig room alice --str-room lobby --as enterRoom,receiveAudio

预设：${presets}
权限：${rights}`,
  },
  verify: {
    about: '校验 UserSig；给出房间时校验 PrivateMapKey',
    ticket: '票据；不写时读取标准输入',
    user: '只接受这个 UserID',
    privateMapKey: '校验任意房间的 PrivateMapKey',
    json: '以 JSON 输出票据内容或错误',
    after: `
与服务端一样严格：带引号的票据会被拒绝，usersig doctor 会告诉您怎么办。
  usersig verify "$TICKET" --user alice
票据有效时退出码为 0，无效时为 1。`,
  },
  inspect: {
    about: '逐层查看票据的内容，不需要密钥',
    json: '以 JSON 输出各层、大小和全部字段的位置；其中含有票据和签名',
    after: `
不需要密钥，不联网，也不做校验。每个字段有自己的字母和颜色，在各层中一致：
  usersig sign alice | usersig inspect

票据可以读出时退出码为 0，否则为 1。`,
    layers: { ticket: '票据', zlib: 'zlib', json: 'JSON', signed: '签名串' },
    characters: '字符',
    bytes: '字节',
    hidden: (bytes, isHmac) => `${bytes} 字节${isHmac ? '，HMAC-SHA256' : ''}，不显示`,
    notWhole: (message) => `无法完整读出：${message}。`,
    doctor: 'usersig doctor 会给出更多说明。',
  },
  doctor: {
    about: '排查登录失败：错误码、报错信息、票据、日志，什么都可以',
    anything: '手上的内容：70009、报错信息、票据、curl 命令；不写时读取标准输入',
    file: '从文件读取，大小不限',
    user: '登录的 UserID',
    clientAppid: '客户端初始化时用的 SDKAppID（默认取 --sdkappid）',
    expect: '票据本应是哪一种',
    json: '以 JSON 输出诊断结果，不含票据和密钥',
    report: '可以公开发布的报告：票据、密钥、UserID、主机名均已隐去',
    watch: '像客户端一样反复请求签发接口并检查回答',
    origin: '发起请求的网页的来源（配合 --watch）',
    header: '请求头，例如 "Authorization: Bearer …"（配合 --watch）',
    times: '请求次数（配合 --watch）',
    online: '由腾讯云 REST API 判断 SDKAppID 与密钥是否匹配；发送之前说明内容',
    region: '应用所在地域（与 --online 一起用）',
    admin: '应用管理员的 UserID（与 --online 一起用）',
    apiHost: 'REST API 的其他域名，例如 https://adminapi.my-imcloud.com（与 --online 一起用）',
    yes: '不询问，直接发送（与 --online 一起用）',
    after: `
写什么、传入什么，就诊断什么：
  usersig doctor 70009
  usersig doctor -100018
  usersig doctor '登录失败，错误码：6206'
  usersig doctor 'eJw…' --user alice
  pbpaste | usersig doctor --key-file apps.json --room 10000
  usersig doctor --file app.log --report
  usersig doctor --watch https://example.com/usersig --origin https://app.example.com
  usersig doctor --online --region singapore --user alice

现有的密钥会逐个尝试：apps.json 里可以有多个，[{ "sdkAppId": 1400000000, "secretKey": "…" }]。
没有密钥时，除签名以外都会检查。

票据有效、错误码或报错信息已知时退出码为 0，只差密钥时为 3，其他情况为 1。`,
    verdicts: {
      valid: '该票据有效。',
      elsewhere: '该票据本身有效，但与内容里的登录信息可能不符。',
      invalid: '该票据无效。',
      unverified: '没有密钥时能看出的问题，一个都没有。',
      none: '内容里没有票据。',
    },
    kinds: {
      user_sig: 'UserSig',
      private_map_key: 'PrivateMapKey',
      user_sig_with_buffer: '带 userBuf 的 UserSig',
      ecdsa_user_sig: '旧 ECDSA 方案的 UserSig',
      message: '报错信息',
      code: '错误码',
      jwt: 'JWT',
      other_token: '其他厂商的 token',
      secret_key: '密钥',
      private_key: '私钥',
      cloud_api_key: '云 API 密钥',
      number: '数字',
      empty: '空文本',
      unknown: '无法识别的内容',
    },
    by: (program) => `（${program}）`,
    itIs: (kind, who) => `类型：${kind}${who}。`,
    whose: (user, sdkAppId) => `，属于 ${user}、SDKAppID ${sdkAppId}`,
    causes: '可能的原因，最可能的在前：',
    lessLikely: '可能性较小的原因：',
    otherCauses: (code) => `如果换了票据仍返回 ${code}，可能的原因：`,
    says: (code, meaning) => `内容里的 ${code}：${meaning}`,
    wouldAnswer: (code, meaning) => `腾讯云会返回 ${code}：${meaning}`,
    wordOf: (word) => `与 ${word} 有关的错误码：`,
    reportTitle: 'usersig 诊断报告',
    reportMasked: '票据、密钥、UserID、主机名均已隐去。',
    reportVersions: '版本',
    reportInput: '输入',
    reportCharacters: (count) => `${count} 个字符`,
    severities: { error: '错误', warning: '警告', info: '提示' },
    reportVerdicts: { valid: '有效', invalid: '无效', unverified: '未校验签名', none: '没有票据' },
    reportVerdict: '结论',
    reportCode: '错误码',
    reportNone: '无',
    reportFindings: '发现',
    reportCauses: '原因',
    reportEvidence: '依据：',
    reportNext: '下一步：',
  },
  codes: {
    about: '列出全部已知的错误码，或者与某个词有关的错误码',
    word: '含义中的一个词，例如“过期”',
    json: '以 JSON 输出',
    after: `
  usersig codes
  usersig codes 过期
usersig doctor 解释其中的一个。`,
    toolkit: (tencentCode) => (tencentCode ? `腾讯云返回 ${tencentCode}。` : '腾讯云没有与之对应的错误码。'),
    none: (word) => `没有与 ${word} 有关的错误码。`,
  },
  bulk: {
    about: '为 CSV 文件里的全部用户签发 UserSig，多线程',
    file: 'CSV 文件；- 表示标准输入',
    output: '写入文件，而不是标准输出',
    expire: '有效期',
    column: 'UserID 所在的列',
    threads: '签发的线程数',
    skipInvalid: '跳过无法签发的用户，并在标准错误输出里列出',
    qr: '不写 CSV，而是写成可打印的网页，每个用户一个二维码',
    raw: '电子表格会当作公式的 UserID 也原样写出',
    after: `
文件的第一行是列名；UserID 在名为 userId 的列里，或者由 --column 指定。
名为 expire 的列是有效期，例如 3600 或 1h。输出文件有 userId 和 userSig 两列：
  usersig bulk users.csv > tickets.csv
  usersig bulk users.csv --output tickets.csv --expire 1d --skip-invalid
  usersig bulk users.csv --qr sheet.html
  cat users.csv | usersig bulk - --column id > tickets.csv`,
    threadsWrong: (max) => `请写 1 至 ${max} 的数字。`,
    line: (line) => `第 ${line} 行：`,
    repair: '请修改文件，或者跳过这些用户：--skip-invalid。',
    cannotWrite: (code) => `无法写出票据：${code}。`,
    sameFile: (path) => `${path} 正是要读取的文件。`,
    another: '请写到另一个文件。',
    notUtf8: (line) => `第 ${line} 行不是 UTF-8。`,
    notCsv: (line, code) => `第 ${line} 行不是 CSV：${code}。`,
    empty: '没有内容：文件是空的。',
    noColumn: (name) => `没有名为 ${name} 的列。`,
    columns: (names) => `第一行是：${names}。`,
    choose: '请用 --column 选择一列，或者在最上面加一行列名。',
    commas: '列之间用半角逗号分隔。',
    duplicate: (line, user, first) => `第 ${line} 行：${user} 在第 ${first} 行已经出现。`,
    duplicates: (count) => `有 ${count} 个 UserID 重复出现：每一行都签发了票据。`,
    formulas: (count) => `有 ${count} 个 UserID 的开头会被电子表格当作公式，已在前面加上 '。由程序读取时请用 --raw。`,
    users: (count) => `${count} 个用户`,
    perSecond: (users, speed) => `${users}，每秒 ${speed} 个`,
    tooMany: (max) => `一个网页最多 ${max} 个二维码。`,
    split: '请拆分文件。',
    sheet: 'UserSig 票据',
    sheetNote: '每个二维码都可以登录一个用户。打印、使用之后，请销毁这一页。',
    sheetUntil: (moment) => `至 ${moment}`,
  },
  init: {
    about: '在当前目录的项目里接入 UserSig',
    stack: '所用框架；识别结果不对时指定',
    login: '应用使用哪种登录',
    set: '登录所需的值，如 domain=example.eu.auth0.com',
    dryRun: '只显示将要做的事，不做任何改动',
    yes: '不提问；未知的值先写占位符，占位期间任何人都无法登录',
    start: '最后不启动应用',
    after: `
先查看 package.json 和应用自身的文件，列出将要做的事并征求同意；随后安装适配包，写入路由、测试和 .env，最后启动一次应用，
展示第一张票据。已有的文件不会被覆盖。
  npx usersig init
  npx usersig init --dry-run
  npx usersig init --yes --login auth0 --set domain=example.eu.auth0.com audience=https://api.example.com`,
    noProject: '当前目录没有 package.json。',
    noProjectHint: '请进入服务端项目的目录，或者先新建一个：npm init --yes',
    badManifest: 'package.json 不是 JSON。',
    cannotAsk: '当前环境无法提问。',
    cannotAskHint: '请加上 --yes；只想看看会做什么，请用 --dry-run。',
    verbs: { install: '安装', write: '写入', add: '追加', change: '修改', there: '已有' },
    leftAsIs: '保持不变',
    ownerOnly: '仅本人可读写（权限 600）',
    emptyKey: '，尚无密钥：填写之前不会签发票据',
    wired: '路由已接入',
    noTest: {
      runner: '不写测试：项目没有测试框架，当前的 Node.js 又不能直接运行 TypeScript（22.18 起可以）。',
      type: '不写测试：项目没有测试框架，而 package.json 里有 "type": "module" 时 Node.js 才能运行这里的 TypeScript。',
      login: '不写测试：这种登录只能在运行中的应用里使用。',
    },
    whichLogin: '应用的用户通过哪种方式登录？',
    ownTitle: '自己的登录（own）',
    noSuchLogin: '请输入其中一个编号。',
    noSuchValue: (name, login) => `登录方式 ${login} 没有 ${name} 这个值，它有：`,
    noLoginHere: (login, stack) => `${stack} 不能使用登录方式 ${login}，可用的有：`,
    noInstance: (login, name) => `${login} 需要您自己的 ${name}，但没有文件导出它。`,
    noInstanceHint: (name) => `请在项目目录或 src 下的 auth.ts、lib/auth.ts 中导出 ${name}，然后重新运行。`,
    badPair: '请把 --set 写成 name=value。',
    askValue: (name, example) => `${name}，例如 ${example}（回车：以后再填）：`,
    askId: 'SDKAppID（回车：以后再填）：',
    doIt: '是否执行？[Y/n] ',
    nothingDone: '没有做任何改动。',
    installFailed: (line, code) => `${line} 以 ${code} 结束，没有写入任何文件。`,
    changedMeanwhile: (path) => `${path} 在查看之后有了变化，请重新运行。`,
    starting: '启动一次应用，登录服务由替身应答。',
    notStarted: '应用没有应答，它的输出：',
    withoutLogin: (status) => `未登录：${status}`,
    withLogin: (status) => `以 alice 身份：${status}`,
    sample: '（示例密钥，您的密钥还没有填写）',
    next: '还需要做的',
    replace: (names, file) => `把 ${file} 里的 ${names} 换成您自己的值。`,
    noLogin:
      "还没有登录系统时，issuer 写 'http://localhost:4100'，audience 写 'my-api'，然后运行 npx usersig demo-login",
    ownLogin: (file) => `让 ${file} 里的 authenticate 返回您的登录用户。`,
    setKey: (file) => `把 SDKAppID 和 SDKSecretKey 填进 ${file}，它们在控制台的应用页面上。`,
    setSecret: (name, file) => `把小程序的 AppSecret 填进 ${file}，变量名为 ${name}。`,
    addLines: (file) => `加入下面几行${file && `（${file}）`}：`,
    deploy:
      '部署 Worker 时：在 wrangler 的配置里写上 "vars": { "USERSIG_SDKAPPID": "…" }，再运行 `npx wrangler secret put USERSIG_SECRETKEY`',
    tests: (line) => `运行测试：${line}`,
    ci: '其他加载应用的测试在没有 .env 的环境里同样需要密钥：请先导入 @usersig/testing/environment。',
  },
  serve: {
    about: '为本机的应用提供演示用户的票据',
    port: '监听的端口',
    users: '演示用户，以逗号分隔',
    expire: '票据的有效期',
    lan: '允许同一网络里的手机请求，每部手机用一个终端里显示的码',
    config: '生产环境：按此文件为您登录系统的用户签发票据（@usersig/service）',
    check: '与 --config 同用：只检查配置文件',
    missing: '没有安装 @usersig/service：只有 --config 需要它。',
    missingHint:
      '请运行 npm install @usersig/service，或者 npx -y -p usersig -p @usersig/service usersig serve --config usersig.json',
    valid: (path, apps) => `${path} 有效：${apps}`,
    after: `
适合业务服务端还没有就绪的阶段。客户端以演示用户的名字作为 token：
  curl -X POST -H 'Authorization: Bearer alice' http://localhost:3030/usersig
  createUserSigSource({ endpoint: 'http://localhost:3030/usersig', headers: { authorization: 'Bearer alice' } })

只有本机的程序可以访问，Android 模拟器用 http://10.0.2.2:3030/usersig，其他网站的网页不能访问。被拒绝的请求和原因会显示在这里。
加上 --lan 后，同一网络里的手机也可以访问，每部手机用自己的码代替名字。`,
    issued: '已签发',
    refused: '已拒绝',
    usersWrong: '--users 只接受由字母、数字和半角符号组成的名字，以逗号分隔。',
    at: (users, url) => `${users} 的票据：${url}`,
    noPort: (port) => `没有端口 ${port}：请写 1 至 65535，0 表示任意空闲端口。`,
    cannotOpen: (port, code) => `无法打开端口 ${port}：${code}。`,
    otherPort: '请用 --port 换一个端口。',
    callFor: (host) => `发往 ${host} 的请求`,
    pageOf: (origin) => `来自 ${origin} 的网页`,
    thisMachine: '只接受本机的网页',
    thisNetwork: '只接受本机和本机的地址',
    noNetwork: '本机没有手机可以访问的地址。',
    noNetworkHint: '请连接网络，或者去掉 --lan。',
    lanWarning: '现在同一网络里的任何人都可以访问。请只用于测试用户，用完即停。',
    lanPlain: '这是没有加密的 HTTP：网络里的其他人可以读到票据。',
    codeFor: (user) => `${user} 的码`,
    codeHint: '每个码只对第一部使用它的手机有效：Authorization: Bearer <码>',
    claimed: (user, address) => `${address} 现在是 ${user}`,
    tooManyPhones: '码已经全部发完。',
    reached: (url) => `这部手机可以访问 usersig serve。\n\n接口：${url}\n请求头：Authorization: Bearer <终端里的码>\n`,
  },
  demoLogin: {
    about: '在本机代替你的登录服务商：可为任意用户签发令牌，仅供试用',
    port: '监听的端口；0 表示任一空闲端口',
    audience: '令牌的受众，即 aud',
    production: 'demo-login 让任何人都能成为任意用户：NODE_ENV=production 时不运行。',
    productionHint: '生产环境的 LOGIN_ISSUER 和 LOGIN_AUDIENCE 应填你的登录服务商的值。',
    noAudience: '--audience 的值形如 my-api，不含空格。',
    at: (url) => `本机的试用登录。alice 的令牌：${url}`,
    inEnv: '把这两行写入服务端的 .env：',
    tryIt: '服务端监听 3000 端口时，用这一行获取票据：',
    portTaken: '这个端口已被其他程序占用，可能是另一个 demo-login。请用 --port 换一个端口：LOGIN_ISSUER 也随之改变。',
    warning: '本机上的任何程序在这里都可以是任意用户：仅供试用。按 Ctrl+C 结束。',
    after: `
供还没有登录系统时使用。服务端用 @usersig/auth 的 jwt() 校验它的令牌，与校验 Auth0、Keycloak 等服务商的令牌完全相同：
  authenticate: jwt({ issuer: process.env.LOGIN_ISSUER, audience: process.env.LOGIN_AUDIENCE })
到了生产环境，把 LOGIN_ISSUER 和 LOGIN_AUDIENCE 换成你的服务商的值；代码不变。

  usersig demo-login
  curl http://localhost:4100/token/alice

用户名最多 128 个字符。令牌有效期一小时。每次启动都使用新的密钥：正在运行的服务端会在 30 秒内重新获取。被拒绝的请求
会打印出来。只有本机的程序可以访问；页面须经由自己的服务器访问，例如 Vite 的代理。`,
  },
  online: {
    noText: '使用 --online 时没有别的内容可诊断：去掉文本。',
    badHost: '--api-host 的值须以 https:// 开头，本机可用 http://。',
    willSend: (address) => `即将发送一个请求：POST ${address}`,
    willTell: (id, admin, seconds, user) =>
      `内容为 SDKAppID ${id}、管理员 ${admin} 及其有效期 ${seconds} 秒的 UserSig，查询 ${user} 是否有账号。不会改动任何数据。`,
    keyStays: '密钥不离开本机。',
    question: '是否发送？[y/N] ',
    notAsked: '没有发送：无人确认。',
    addYes: '加上 --yes。',
    notSent: '没有发送。',
    noAnswer: (reason) => `无法访问 REST API：${reason}。`,
    noAnswerHint: '检查网络、代理以及地域：--region、--api-host。',
    notApi: (status) => `返回内容（状态码 ${status}）不是 REST API 的应答。`,
    notApiHint: '检查中间是否有代理或登录页，并核对 --api-host。',
    accepted: (id) => `腾讯云接受 SDKAppID ${id} 的这个密钥。`,
    imported: (user) => `${user} 已有账号。`,
    notImported: (user) => `${user} 还没有账号：首次登录或调用 account_import 后才有。`,
    refused: (id, code) => `腾讯云拒绝 SDKAppID ${id} 与这个密钥：${code}。`,
    unknownCode: '没有收录这个错误码，请查阅 REST API 文档。',
  },
  watch: {
    attempt: (n, of, url) => `第 ${n} 次，共 ${of} 次：POST ${url}`,
    checks: {
      reach: '连接',
      status: '状态码',
      redirect: '重定向',
      type: '内容类型',
      cors: '跨域',
      clock: '时钟',
      cache: '缓存',
      ticket: '票据',
      lifetime: '有效期',
    },
    unreachable: (code) => `没有回答：${code}`,
    unreachableHint: '请检查地址、端口、证书，以及服务是否在运行。',
    timeout: (seconds) => `${seconds} 秒内没有回答`,
    status: (status) => `回答的状态码是 ${status}`,
    statusHints: {
      401: '签发接口不知道是谁登录：请用 --header 发送应用所发送的内容。',
      403: '签发接口拒绝了这个用户或房间。',
      404: '请检查路径：路由不存在，或者不接受 POST。',
      405: '路由不接受客户端使用的 POST。',
      429: '触发了接口的限流：请按 Retry-After 等待。',
      other: '请查看服务端日志。',
    },
    redirected: (location) => `重定向到 ${location}`,
    redirectHint: '请直接使用重定向后的地址：重定向常把 POST 变成 GET，或者跳到登录页。',
    notJson: (type) => `回答的类型是 ${type}，不是 application/json`,
    notJsonHint: '回答来自别处：代理服务器、网页，或者请求体解析器。',
    tooLarge: '回答超过 64 KiB',
    noCors: (origin) => `${origin} 的网页不能读取回答`,
    noCorsHint: '请在回答里加上该来源的 Access-Control-Allow-Origin，OPTIONS 请求也要加。',
    preflight: (status) => `OPTIONS 的状态码是 ${status}，浏览器因此不会发出请求`,
    preflightHeaders: (names) => `OPTIONS 没有允许请求头 ${names}`,
    preflightHint: '请对 OPTIONS 回答 204，并加上 Access-Control-Allow-Headers: authorization, content-type。',
    corsOk: (origin) => `${origin} 的网页可以读取`,
    noClock: '没有 Date 响应头：客户端无法判断自己的时钟',
    noClockHint: '请让服务端发送 Date，并写进 Access-Control-Expose-Headers。',
    clockOff: (seconds) => `服务端与本机的时钟相差 ${seconds}`,
    clockHint: '请用 NTP 校准两边的时钟。',
    clockOk: '与本机一致',
    cached: (value) => `Cache-Control 为 ${value}：缓存可能会保留票据`,
    cacheHint: '请发送 Cache-Control: no-store。',
    none: '（缺失）',
    cacheOk: '不缓存（no-store）',
    noTicket: '回答里没有票据',
    noTicketHint: '客户端读取 JSON 对象的 userSig 字段。',
    ticketOk: (user, id) => `属于 ${user}、SDKAppID ${id}，由现有的密钥签发`,
    ticketUnverified: (user, id) => `属于 ${user}、SDKAppID ${id}；没有密钥，未检查签名`,
    lifetime: (left) => `剩余有效时间 ${left}`,
    short: (left) => `剩余有效时间只有 ${left}`,
    shortHint: '已经签发很久的票据来自缓存；有效期太短则会让客户端不停请求。',
    long: (left) => `剩余有效时间 ${left}，超过 10 年`,
    longHint: '腾讯云的部分文档写明最长 10 年。一天或一周就够了。',
    notUrl: '请写以 http:// 或 https:// 开头的地址。',
    badHeader: '请求头请写成 "名称: 值"。',
    next: (seconds) => `${seconds} 秒后再次请求`,
    summary: (good, all) => `${all} 次回答中有 ${good} 次正确。`,
  },
  conform: {
    about: '为签发程序、校验程序或签发接口打分，不限编程语言',
    command: '签发票据的命令；加 --lines 时也可以是校验的命令',
    lines: '命令对每行 JSON 输入都返回一行 JSON',
    url: '签发接口的地址；含有 {userId} 时为生成程序的地址',
    header: '登录签发接口所用的请求头，例如 "Authorization: Bearer …"',
    timeout: '每次最多等待的秒数',
    json: '以 JSON 输出得分',
    after: `
签发接口会收到 HTTP 约定中的请求，返回的票据用您的密钥校验：
  usersig conform --url http://localhost:3000/usersig --header 'Authorization: Bearer …' --key-file .env

签发 UserSig 的命令，每个票据运行一次。命令在 {sdkAppId}、{secretKey}、{userId}、{expire} 的位置得到输入，也可以读取环境变量
USERSIG_SDKAPPID、USERSIG_SECRETKEY、USERSIG_USERID、USERSIG_EXPIRE。除票据以外，打印其他内容也没有关系。
写有输入位置的地址同样如此，以 GET 请求，使用您自己的应用。
  usersig conform --command 'php sign.php {userId}'
  usersig conform --command 'python3 sign.py {sdkAppId} {secretKey} {userId} {expire}'
  usersig conform --url 'http://localhost:8080/sign?user={userId}' --key-file app.json

加上 --lines，命令只启动一次，还可以校验票据、为房间签发：
  usersig conform --lines --command 'java -cp . Conform'

命令得到的密钥都是公开的，不保护任何东西。全部通过时退出码为 0，否则为 1。`,
    either: '--command 和 --url 必须给出一个，也只能给出一个。',
    noLogin: '没有 --header，只测试不需要登录的部分。',
    noKey: '没有密钥，不校验票据的签名。',
    failed: (code) => `命令执行失败：${code}`,
    printed: '命令的输出：',
    noAnswer: (seconds) => `${seconds} 秒内没有结果`,
    tooLong: '输出超过 64 KiB',
    noJson: '这一行不是有效的回答',
    noJsonHint: '每行请返回一个 JSON 对象，含 ticket、valid、error 或 unsupported。',
    status: (status) => `地址返回的状态码是 ${status}`,
    noTicket: '没有得到票据',
    cameInstead: (text) => `实际输出：${text}`,
    cameNothing: '没有任何输出：请把票据打印到标准输出，或作为响应返回。',
    expire: (found, wanted) => `有效期是 ${found}，不是 ${wanted}`,
    expireHint: '请按要求的有效期签发，单位为秒。',
    time: (seconds) => `票据里的时间与时钟相差 ${seconds}`,
    timeHint: 'TLS.time 应为当前的 Unix 时间，单位为秒。',
    rights: (found, wanted) => `权限是 ${found}，不是 ${wanted}`,
    signed: '仍然签发了',
    others: (names) => `同样的还有：${names}`,
    ticketsRight: '签发的票据是对的，但应拒绝的输入也签发了。',
    signedHint: '这样的输入应在签名之前拒绝。',
    accepted: '被接受了',
    refused: '被拒绝了',
    expired: '一小时前已过期',
    otherKey: '另一个密钥',
    otherUser: '另一个用户',
    otherApp: '另一个应用',
    wanted: (name, found, wanted) => `${name} 为 ${found}，应为 ${wanted}`,
    unwanted: (name) => `响应中不应有 ${name}`,
    missing: (name) => `缺少 ${name}`,
    groups: {
      signUserSig: '签发 UserSig',
      signUserBuf: '签发带 userbuf 的票据',
      signRoom: '为数字房间签发',
      signStringRoom: '为字符串房间签发',
      refuseInputs: '拒绝错误的输入',
      verifyFresh: '校验刚签发的票据',
      verifyOfficial: '校验官方程序的票据',
      verifyToolkit: '校验本工具的票据',
      verifyQuirks: '校验不寻常的票据',
      verifyHostile: '经得起恶意票据',
      verifyDamaged: '经得起损坏的票据',
      issue: '签发票据',
      login: '要求登录',
      methods: '应答其他请求方法',
      cors: '不向其他来源开放',
      rooms: '检查房间',
      types: '检查请求体的类型',
      body: '读取请求体',
      size: '限制请求体的大小',
      order: '先检查登录',
    },
    score: (passed, tried) => `${tried} 项中通过 ${passed} 项`,
    notTried: '未测试',
    left: (count) => `，${count} 项未测试`,
    nothing: '没有可以测试的内容。',
    right: (count) => `${count} 项全部通过。`,
    wrong: (failed, tried) => `${tried} 项中有 ${failed} 项未通过。`,
  },
  console: {
    about: '在本机打开诊断、签发、校验票据的网页',
    at: (url) => `网页地址：${url}`,
    private: '只有本机可以访问；粘贴的内容不会离开浏览器。按 Ctrl+C 结束。',
    missing: '这次构建没有包含网页。',
    missingHint: '请从 npm 安装，或者先构建 apps/demo。',
    port: '监听的端口；0 表示任意空闲端口',
    after: `
示例：
  usersig console
  usersig console --port 8080`,
  },
  mcp: {
    about: '为 AI 助手提供诊断和校验（Model Context Protocol，通过标准输入输出）',
    missing: '没有安装 @modelcontextprotocol/sdk：只有这个命令需要它。',
    missingHint: '请运行 npx -y -p usersig -p @modelcontextprotocol/sdk@1 usersig mcp',
    after: `
由助手自行启动，在其配置里写：
  { "mcpServers": { "usersig": { "command": "npx",
    "args": ["-y", "-p", "usersig", "-p", "@modelcontextprotocol/sdk@1", "usersig", "mcp"],
    "env": { "USERSIG_SDKAPPID": "1400000000", "USERSIG_SECRETKEY_FILE": "/home/me/usersig.key" } } } }
手动启动，使用密钥文件：
  usersig mcp --key-file app.json

密钥不离开本机：没有工具接收密钥、返回密钥或签发票据。`,
  },
  complete: {
    shell: 'shell 的名称',
    about: '输出 shell 的补全脚本',
    after: `
请把与您的 shell 对应的一行写进启动文件：
  bash        source <(usersig complete bash)
  zsh         source <(usersig complete zsh)
  fish        usersig complete fish | source
  powershell  usersig complete powershell | Out-String | Invoke-Expression`,
  },
  result: { cannotWrite: (code) => `无法写出结果：${code}。` },
}
