import { type Field, lines, NOTICE } from './model.ts'

const TYPES = { integer: 'int', string: 'String', strings: 'List<String>' } as const

function read({ name, type, isRequired }: Field): string {
  if (type === 'strings') {
    const call = `(json['${name}'] as List<dynamic>${isRequired ? '' : '?'})${isRequired ? '' : '?'}.cast<String>()`
    return `        ${name} = ${call}`
  }
  return `        ${name} = json['${name}'] as ${TYPES[type]}${isRequired ? '' : '?'}`
}

/** The client for Flutter on Android, iOS and desktops, and for Dart on servers. */
export function dart(fields: readonly Field[]): string {
  return `${NOTICE.map((line) => `// ${line}`).join('\n')}

import 'dart:async';
import 'dart:convert';
import 'dart:io';

/// What the endpoint issues to a logged-in user.
class IssuedTickets {
${lines(fields, ({ name, type, isRequired, meaning }) => `  /// ${meaning}\n  final ${TYPES[type]}${isRequired ? '' : '?'} ${name};\n`)}
  IssuedTickets._(Map<String, dynamic> json)
      : ${fields.map((field) => read(field).trim()).join(',\n        ')};

  /// Leaves out the tickets: they do not belong in a log.
  @override
  String toString() => 'IssuedTickets(userId: $userId, expiresAt: $expiresAt)';
}

/// The room of a PrivateMapKey. Room 123 and room "123" are two rooms.
class UserSigRoom {
  final Map<String, Object> _json;

  UserSigRoom.number(int roomId) : _json = {'roomId': roomId};
  UserSigRoom.name(String strRoomId) : _json = {'strRoomId': strRoomId};
}

/// Why there are no tickets.
class UserSigException implements Exception {
  /// The code of the endpoint's problem document, such as "unauthenticated"; else "http_<status>", "network", "timeout"
  /// or "invalid_answer".
  final String code;

  /// The HTTP status; null without an answer.
  final int? status;

  /// After how many seconds to try again, where the endpoint says so.
  final int? retryAfter;

  UserSigException(this.code, {this.status, this.retryAfter});

  @override
  String toString() => 'UserSigException: $code';
}

/// Fetches tickets, keeps them in memory, and fetches new ones before they expire.
///
///     final client = UserSigClient(
///       Uri.parse('https://api.example.com/usersig'),
///       headers: () async => {'authorization': 'Bearer \${await login.accessToken()}'},
///     );
///     final tickets = await client.get();
class UserSigClient {
  /// Tickets are renewed 300 seconds before they expire, or after half the lifetime of short ones.
  static const _renewAhead = 300;
  static const _timeout = Duration(seconds: 15);
  static const _maxBytes = 65536;

  final Uri _endpoint;
  final FutureOr<Map<String, String>> Function() _headers;
  final _http = HttpClient()..connectionTimeout = _timeout;
  final _running = Stopwatch()..start();
  IssuedTickets? _kept;
  int _renewAt = 0;
  Future<IssuedTickets>? _flight;

  /// [headers] returns the headers by which your server knows the user.
  UserSigClient(this._endpoint, {FutureOr<Map<String, String>> Function()? headers})
      : _headers = headers ?? (() => const {});

  /// Valid tickets: those in memory, or new ones. Callers at the same time share one request.
  Future<IssuedTickets> get() async {
    final kept = _kept;
    return kept != null && _running.elapsed.inSeconds < _renewAt ? kept : await refresh();
  }

  /// New tickets: call it after the SDK reported an expired ticket.
  Future<IssuedTickets> refresh() => _flight ??= _renew().whenComplete(() => _flight = null);

  /// Tickets with a PrivateMapKey for a room. They are new at each call.
  Future<IssuedTickets> getForRoom(UserSigRoom room) => _fetch(room._json);

  /// Forgets the tickets: call it when the user logs out of your app.
  void forget() {
    _kept = null;
    _flight = null;
  }

  Future<IssuedTickets> _renew() async {
    final tickets = await _fetch(const {});
    // By the time that the app has run: the clock of the device may be wrong.
    final ahead = tickets.expire - _renewAhead;
    final half = tickets.expire ~/ 2;
    _renewAt = _running.elapsed.inSeconds + (ahead > half ? ahead : half);
    return _kept = tickets;
  }

  Future<IssuedTickets> _fetch(Map<String, Object> room) async {
    try {
      return await _request(room).timeout(_timeout);
    } on TimeoutException {
      throw UserSigException('timeout');
    } on IOException {
      throw UserSigException('network');
    }
  }

  Future<IssuedTickets> _request(Map<String, Object> room) async {
    final request = await _http.postUrl(_endpoint);
    // A login page in place of the endpoint is a failure, not an answer.
    request.followRedirects = false;
    (await _headers()).forEach(request.headers.set);
    request.headers.contentType = ContentType.json;
    request.write(jsonEncode(room));
    final response = await request.close();
    final json = _parse(await _read(response));
    if (response.statusCode == 200) {
      try {
        return IssuedTickets._(json ?? const {});
      } on TypeError {
        throw UserSigException('invalid_answer', status: 200);
      }
    }
    final code = json?['code'];
    throw UserSigException(
      code is String ? code : 'http_\${response.statusCode}',
      status: response.statusCode,
      retryAfter: int.tryParse(response.headers.value('retry-after') ?? ''),
    );
  }

  Future<String> _read(HttpClientResponse response) async {
    final bytes = <int>[];
    await for (final part in response) {
      bytes.addAll(part);
      if (bytes.length > _maxBytes) throw UserSigException('invalid_answer', status: response.statusCode);
    }
    return utf8.decode(bytes, allowMalformed: true);
  }

  Map<String, dynamic>? _parse(String text) {
    try {
      final json = jsonDecode(text);
      return json is Map<String, dynamic> ? json : null;
    } on FormatException {
      return null;
    }
  }
}
`
}
