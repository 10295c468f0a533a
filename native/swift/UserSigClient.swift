// UserSig tickets of Tencent Cloud (Chat, TRTC, Live, Call), fetched from the endpoint of your own server.
// Made from spec/openapi.yaml of https://github.com/usersig/usersig: copy this file into your app. MIT licensed.
// Not affiliated with Tencent.

import Foundation

/// What the endpoint issues to a logged-in user.
public struct IssuedTickets: Decodable, Sendable {
  /// SDKAppID of the application.
  public let sdkAppId: Int
  /// UserID of the user who is logged in to your app.
  public let userId: String
  /// The UserSig: pass it to the login of the SDK.
  public let userSig: String
  /// The PrivateMapKey of the room, where one was asked for.
  public let privateMapKey: String?
  /// The room, if it has a number.
  public let roomId: Int?
  /// The room, if it has a name.
  public let strRoomId: String?
  /// What the user may do in the room.
  public let privileges: [String]?
  /// When the tickets were issued, in Unix seconds of the server's clock.
  public let issuedAt: Int
  /// How long they are valid, in seconds.
  public let expire: Int
  /// When they expire, in Unix seconds of the server's clock.
  public let expiresAt: Int
}

/// The room of a PrivateMapKey. Room 123 and room "123" are two rooms.
public enum UserSigRoom: Sendable {
  case number(UInt32)
  case name(String)
}

/// Why there are no tickets.
public struct UserSigError: Error, Sendable {
  /// The code of the endpoint's problem document, such as "unauthenticated"; else "http_<status>", "network",
  /// "timeout" or "invalid_answer".
  public let code: String
  /// The HTTP status; nil without an answer.
  public let status: Int?
  /// After how many seconds to try again, where the endpoint says so.
  public let retryAfter: Int?
}

/// Fetches tickets, keeps them in memory, and fetches new ones before they expire.
///
///     let client = UserSigClient(endpoint: URL(string: "https://api.example.com/usersig")!) {
///       ["Authorization": "Bearer \(await login.accessToken())"]
///     }
///     let tickets = try await client.get()
public actor UserSigClient {
  /// Tickets are renewed 300 seconds before they expire, or after half the lifetime of short ones.
  private static let renewAhead = 300.0
  private static let timeout = 15.0
  private static let maxBytes = 65_536

  private let endpoint: URL
  private let headers: @Sendable () async throws -> [String: String]
  private let session: URLSession
  private var kept: (tickets: IssuedTickets, renewAt: TimeInterval)?
  private var flight: Task<IssuedTickets, Error>?

  /// - Parameters:
  ///   - endpoint: the address of your endpoint
  ///   - headers: the headers by which your server knows the user
  public init(endpoint: URL, headers: @escaping @Sendable () async throws -> [String: String] = { [:] }) {
    self.endpoint = endpoint
    self.headers = headers
    let configuration = URLSessionConfiguration.ephemeral
    configuration.timeoutIntervalForResource = Self.timeout
    configuration.httpCookieStorage = HTTPCookieStorage.shared
    self.session = URLSession(configuration: configuration)
  }

  /// Valid tickets: those in memory, or new ones. Callers at the same time share one request.
  public func get() async throws -> IssuedTickets {
    if let kept, ProcessInfo.processInfo.systemUptime < kept.renewAt { return kept.tickets }
    return try await refresh()
  }

  /// New tickets: call it after the SDK reported an expired ticket.
  public func refresh() async throws -> IssuedTickets {
    if let flight { return try await flight.value }
    let task = Task { try await fetch(room: nil) }
    flight = task
    defer { flight = nil }
    let tickets = try await task.value
    // By the time that the device has run: its clock may be wrong.
    let lifetime = Double(tickets.expire)
    kept = (tickets, ProcessInfo.processInfo.systemUptime + max(lifetime - Self.renewAhead, lifetime / 2))
    return tickets
  }

  /// Tickets with a PrivateMapKey for a room. They are new at each call.
  public func get(room: UserSigRoom) async throws -> IssuedTickets {
    try await fetch(room: room)
  }

  /// Forgets the tickets: call it when the user logs out of your app.
  public func forget() {
    flight?.cancel()
    flight = nil
    kept = nil
  }

  private func fetch(room: UserSigRoom?) async throws -> IssuedTickets {
    var request = URLRequest(url: endpoint, timeoutInterval: Self.timeout)
    request.httpMethod = "POST"
    for (name, value) in try await headers() { request.setValue(value, forHTTPHeaderField: name) }
    request.setValue("application/json", forHTTPHeaderField: "Content-Type")
    switch room {
    case .none: request.httpBody = Data("{}".utf8)
    case .number(let number): request.httpBody = try JSONEncoder().encode(["roomId": number])
    case .name(let name): request.httpBody = try JSONEncoder().encode(["strRoomId": name])
    }
    let (data, response) = try await load(request)
    if response.statusCode == 200 {
      if let tickets = try? JSONDecoder().decode(IssuedTickets.self, from: data) { return tickets }
      throw UserSigError(code: "invalid_answer", status: 200, retryAfter: nil)
    }
    let problem = try? JSONDecoder().decode([String: ProblemValue].self, from: data)
    let code = problem?["code"]?.text ?? "http_\(response.statusCode)"
    let retryAfter = response.value(forHTTPHeaderField: "Retry-After").flatMap { Int($0) }
    throw UserSigError(code: code, status: response.statusCode, retryAfter: retryAfter)
  }

  private func load(_ request: URLRequest) async throws -> (Data, HTTPURLResponse) {
    do {
      let (bytes, response) = try await session.bytes(for: request, delegate: NoRedirects())
      var data = Data()
      for try await byte in bytes {
        data.append(byte)
        if data.count > Self.maxBytes { throw UserSigError(code: "invalid_answer", status: nil, retryAfter: nil) }
      }
      guard let response = response as? HTTPURLResponse else { throw URLError(.badServerResponse) }
      return (data, response)
    } catch let error as URLError {
      let code = error.code == .timedOut ? "timeout" : "network"
      throw UserSigError(code: code, status: nil, retryAfter: nil)
    }
  }
}

/// A login page in place of the endpoint is a failure, not an answer.
private final class NoRedirects: NSObject, URLSessionTaskDelegate {
  func urlSession(
    _ session: URLSession, task: URLSessionTask, willPerformHTTPRedirection response: HTTPURLResponse,
    newRequest request: URLRequest, completionHandler: @escaping (URLRequest?) -> Void
  ) {
    completionHandler(nil)
  }
}

/// A member of a problem document: text or number.
private struct ProblemValue: Decodable {
  let text: String?

  init(from decoder: Decoder) throws {
    text = try? decoder.singleValueContainer().decode(String.self)
  }
}
