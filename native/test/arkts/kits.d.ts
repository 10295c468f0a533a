// What is used of HarmonyOS' own modules. Source: developer.huawei.com, "@ohos.net.http" and "BusinessError".
declare module '@kit.BasicServicesKit' {
  export interface BusinessError<T = void> extends Error {
    code: number
    data?: T
  }
}

declare module '@kit.NetworkKit' {
  export namespace http {
    enum RequestMethod {
      POST = 'POST',
    }
    enum HttpDataType {
      STRING = 0,
    }
    interface HttpRequestOptions {
      method?: RequestMethod
      header?: object
      extraData?: string | object | ArrayBuffer
      expectDataType?: HttpDataType
      connectTimeout?: number
      readTimeout?: number
      maxLimit?: number
    }
    interface HttpResponse {
      result: string | object | ArrayBuffer
      responseCode: number
      header: object
    }
    interface HttpRequest {
      request(url: string, options: HttpRequestOptions): Promise<HttpResponse>
      destroy(): void
    }
    function createHttp(): HttpRequest
  }
}
