import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"unsupported_version","description":"TLS.ver 不是 \\"2.0\\". 用 HMAC-SHA256 方式重新签发，其 TLS.ver 为 \\"2.0\\"。","frontmatter":{"title":"unsupported_version","description":"TLS.ver 不是 \\"2.0\\". 用 HMAC-SHA256 方式重新签发，其 TLS.ver 为 \\"2.0\\"。","code":"unsupported_version","prev":false,"next":false},"headers":[],"relativePath":"zh/codes/unsupported_version.md","filePath":"zh/codes/unsupported_version.md"}');
const _sfc_main = { name: "zh/codes/unsupported_version.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="unsupported_version" tabindex="-1">unsupported_version <a class="header-anchor" href="#unsupported_version" aria-label="Permalink to &quot;unsupported\\_version&quot;">​</a></h1><p><a href="/usersig/codes/unsupported_version.html">English</a> · <strong>中文</strong></p><h2 id="签发时拒绝参数或校验时拒绝票据" tabindex="-1">签发时拒绝参数，或校验时拒绝票据 <a class="header-anchor" href="#签发时拒绝参数或校验时拒绝票据" aria-label="Permalink to &quot;签发时拒绝参数，或校验时拒绝票据&quot;">​</a></h2><p>TLS.ver 不是 &quot;2.0&quot;</p><p><strong>处理办法:</strong> 用 HMAC-SHA256 方式重新签发，其 TLS.ver 为 &quot;2.0&quot;。</p><p>腾讯云服务端对此返回 <a href="./70003.html">70003</a>。</p><p><a href="/usersig/zh/codes/">全部错误码</a></p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("zh/codes/unsupported_version.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const unsupported_version = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  unsupported_version as default
};
