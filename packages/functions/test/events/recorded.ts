/*
 * Events as the documents of the platforms show them; where those list headers or identities at length, a few of them.
 */

/** Source: docs.aws.amazon.com/apigateway/latest/developerguide/set-up-lambda-proxy-integrations.html */
export const AWS_REST_API = {
  resource: '/{proxy+}',
  path: '/hello/world',
  httpMethod: 'POST',
  headers: {
    Accept: '*/*',
    'Accept-Encoding': 'gzip, deflate',
    'cache-control': 'no-cache',
    'Content-Type': 'application/json',
    headerName: 'headerValue',
    Host: 'gy415nuibc.execute-api.us-east-1.amazonaws.com',
    'User-Agent': 'PostmanRuntime/2.4.5',
    'X-Forwarded-For': '54.240.196.186, 54.182.214.83',
    'X-Forwarded-Port': '443',
    'X-Forwarded-Proto': 'https',
  },
  multiValueHeaders: {
    Accept: ['*/*'],
    'Accept-Encoding': ['gzip, deflate'],
    'cache-control': ['no-cache'],
    'Content-Type': ['application/json'],
    headerName: ['headerValue'],
    Host: ['gy415nuibc.execute-api.us-east-1.amazonaws.com'],
    'User-Agent': ['PostmanRuntime/2.4.5'],
    'X-Forwarded-For': ['54.240.196.186, 54.182.214.83'],
    'X-Forwarded-Port': ['443'],
    'X-Forwarded-Proto': ['https'],
  },
  queryStringParameters: { name: 'me', multivalueName: 'me' },
  multiValueQueryStringParameters: { name: ['me'], multivalueName: ['you', 'me'] },
  pathParameters: { proxy: 'hello/world' },
  stageVariables: { stageVariableName: 'stageVariableValue' },
  requestContext: {
    accountId: '12345678912',
    resourceId: 'roq9wj',
    stage: 'testStage',
    requestId: 'deef4878-7910-11e6-8f14-25afc3e9ae33',
    identity: { sourceIp: '192.168.196.186', userAgent: 'PostmanRuntime/2.4.5', user: null },
    resourcePath: '/{proxy+}',
    httpMethod: 'POST',
    apiId: 'gy415nuibc',
  },
  body: '{\r\n\t"a": 1\r\n}',
  isBase64Encoded: false,
}

/** Source: docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html */
export const AWS_HTTP_API = {
  version: '2.0',
  routeKey: '$default',
  rawPath: '/my/path',
  rawQueryString: 'parameter1=value1&parameter1=value2&parameter2=value',
  cookies: ['cookie1', 'cookie2'],
  headers: { header1: 'value1', header2: 'value1,value2' },
  queryStringParameters: { parameter1: 'value1,value2', parameter2: 'value' },
  requestContext: {
    accountId: '123456789012',
    apiId: 'api-id',
    authorizer: { jwt: { claims: { claim1: 'value1', claim2: 'value2' }, scopes: ['scope1', 'scope2'] } },
    domainName: 'id.execute-api.us-east-1.amazonaws.com',
    domainPrefix: 'id',
    http: {
      method: 'POST',
      path: '/my/path',
      protocol: 'HTTP/1.1',
      sourceIp: '192.0.2.1',
      userAgent: 'agent',
    },
    requestId: 'id',
    routeKey: '$default',
    stage: '$default',
    time: '12/Mar/2020:19:03:58 +0000',
    timeEpoch: 1583348638390,
  },
  body: 'Hello from Lambda',
  pathParameters: { parameter1: 'value1' },
  isBase64Encoded: false,
  stageVariables: { stageVariable1: 'value1', stageVariable2: 'value2' },
}

/** Source: docs.aws.amazon.com/lambda/latest/dg/urls-invocation.html */
export const AWS_FUNCTION_URL = {
  version: '2.0',
  routeKey: '$default',
  rawPath: '/my/path',
  rawQueryString: 'parameter1=value1&parameter1=value2&parameter2=value',
  cookies: ['cookie1', 'cookie2'],
  headers: { header1: 'value1', header2: 'value1,value2' },
  queryStringParameters: { parameter1: 'value1,value2', parameter2: 'value' },
  requestContext: {
    accountId: '123456789012',
    apiId: '<urlid>',
    authentication: null,
    domainName: '<url-id>.lambda-url.us-west-2.on.aws',
    domainPrefix: '<url-id>',
    http: {
      method: 'POST',
      path: '/my/path',
      protocol: 'HTTP/1.1',
      sourceIp: '123.123.123.123',
      userAgent: 'agent',
    },
    requestId: 'id',
    routeKey: '$default',
    stage: '$default',
    time: '12/Mar/2020:19:03:58 +0000',
    timeEpoch: 1583348638390,
  },
  body: 'Hello from client!',
  pathParameters: null,
  isBase64Encoded: false,
  stageVariables: null,
}

const elb = {
  targetGroupArn: 'arn:aws:elasticloadbalancing:us-east-2:123456789012:targetgroup/my-target-group/6d0ecf831eec9f09',
}

/** Source: docs.aws.amazon.com/elasticloadbalancing/latest/application/lambda-functions.html */
export const AWS_LOAD_BALANCER = {
  requestContext: { elb },
  httpMethod: 'GET',
  path: '/',
  queryStringParameters: { parameter1: 'value1' },
  headers: {
    accept: 'text/html,application/xhtml+xml',
    'accept-language': 'en-US,en;q=0.8',
    'content-type': 'text/plain',
    cookie: 'cookies',
    host: 'lambda-846800462-us-east-2.elb.amazonaws.com',
    'user-agent': 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_11_6)',
    'x-amzn-trace-id': 'Root=1-5bdb40ca-556d8b0c50dc66f0511bf520',
    'x-forwarded-for': '72.21.198.66',
    'x-forwarded-port': '443',
    'x-forwarded-proto': 'https',
  },
  isBase64Encoded: false,
  body: 'request_body',
}

/** Source: docs.aws.amazon.com/elasticloadbalancing/latest/application/lambda-functions.html#multi-value-headers */
export const AWS_LOAD_BALANCER_MULTIPLE = {
  requestContext: { elb },
  httpMethod: 'GET',
  path: '/',
  multiValueHeaders: {
    cookie: ['name1=value1', 'name2=value2'],
    host: ['lambda-846800462-us-east-2.elb.amazonaws.com'],
    'x-forwarded-for': ['72.21.198.66'],
  },
  multiValueQueryStringParameters: { myKey: ['val1', 'val2'] },
  isBase64Encoded: false,
  body: '',
}

/** Source: cloud.tencent.com/document/product/583/12513 */
export const SCF_API_GATEWAY = {
  requestContext: {
    serviceId: 'service-f94sy04v',
    path: '/test/{path}',
    httpMethod: 'POST',
    requestId: 'c6af9ac6-7b61-11e6-9a41-93e8deadbeef',
    identity: { secretId: 'abdcdxxxxxxxsdfs' },
    sourceIp: '14.17.22.34',
    stage: 'release',
  },
  headers: {
    'accept-Language': 'en-US,en,cn',
    accept: 'text/html,application/xml,application/json',
    host: 'service-3ei3tii4-251000691.ap-guangzhou.apigateway.myqloud.com',
    'user-Agent': 'User Agent String',
  },
  body: '{"test":"body"}',
  pathParameters: { path: 'value' },
  queryStringParameters: { foo: 'bar' },
  headerParameters: { Refer: '10.0.2.14' },
  stageVariables: { stage: 'release' },
  path: '/test/value',
  queryString: { foo: 'bar', bob: 'alice' },
  httpMethod: 'POST',
}

/** Source: cloud.tencent.com/document/product/583/96099 */
export const SCF_FUNCTION_URL = {
  body: '{"test":"hello world"}',
  headers: {
    accept: '*/*',
    'accept-encoding': 'gzip, deflate, br',
    'cache-control': 'no-cache',
    connection: 'keep-alive',
    'content-length': '17',
    'x-scf-remote-addr': '111.206.96.145',
  },
  httpMethod: 'POST',
  path: '/',
  queryString: { a: '1', b: '2' },
}

/** Source: docs.cloudbase.net/service/access-cloud-function */
export const CLOUDBASE = {
  path: '/',
  httpMethod: 'GET',
  headers: {
    host: 'env-id.service.tcloudbase.com',
    connection: 'close',
    'user-agent': 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_14_6)',
    accept: 'text/html,application/xhtml+xml',
    'accept-encoding': 'gzip, deflate, br',
    'accept-language': 'zh-CN,zh;q=0.9,en;q=0.8',
  },
  requestContext: {
    requestId: 'cdbb96328072184d19d3fcd243e8cc4d',
    envId: 'env-id',
    appId: 123456789,
    uin: 123456789,
  },
  isBase64Encoded: false,
  body: '',
}

/** Source: doc.dcloud.net.cn/uniCloud/http.html */
export const UNICLOUD = {
  path: '/',
  httpMethod: 'POST',
  headers: { host: 'xxx.example.com', 'content-type': 'application/json' },
  isBase64Encoded: false,
  body: '{"a":1,"b":2}',
}

/** Source: developers.weixin.qq.com/miniprogram/dev/wxcloud/guide/functions/userinfo.html */
export const WECHAT_CALL = { userInfo: { appId: 'wx0123456789abcdef', openId: 'oUserOfWeChat0123456789abcdef' } }
