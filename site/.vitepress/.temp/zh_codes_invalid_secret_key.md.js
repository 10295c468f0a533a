import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"invalid_secret_key","description":"secretKey 为空，前后有空白字符，或者是旧 ECDSA 方案的 PEM 密钥. 从腾讯云控制台复制同一个应用的 SDKSecretKey，原样传入。","frontmatter":{"title":"invalid_secret_key","description":"secretKey 为空，前后有空白字符，或者是旧 ECDSA 方案的 PEM 密钥. 从腾讯云控制台复制同一个应用的 SDKSecretKey，原样传入。","code":"invalid_secret_key","prev":false,"next":false},"headers":[],"relativePath":"zh/codes/invalid_secret_key.md","filePath":"zh/codes/invalid_secret_key.md"}');
const _sfc_main = { name: "zh/codes/invalid_secret_key.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="invalid_secret_key" tabindex="-1">invalid_secret_key <a class="header-anchor" href="#invalid_secret_key" aria-label="Permalink to &quot;invalid\\_secret\\_key&quot;">​</a></h1><p><a href="/usersig/codes/invalid_secret_key.html">English</a> · <strong>中文</strong></p><h2 id="签发时拒绝参数或校验时拒绝票据" tabindex="-1">签发时拒绝参数，或校验时拒绝票据 <a class="header-anchor" href="#签发时拒绝参数或校验时拒绝票据" aria-label="Permalink to &quot;签发时拒绝参数，或校验时拒绝票据&quot;">​</a></h2><p>secretKey 为空，前后有空白字符，或者是旧 ECDSA 方案的 PEM 密钥</p><p><strong>处理办法:</strong> 从腾讯云控制台复制同一个应用的 SDKSecretKey，原样传入。</p><p><a href="/usersig/zh/codes/">全部错误码</a></p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("zh/codes/invalid_secret_key.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const invalid_secret_key = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  invalid_secret_key as default
};
