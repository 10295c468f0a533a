import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"invalid_webhook","description":"回调请求（webhook）的签名不符，或者已经过期.","frontmatter":{"title":"invalid_webhook","description":"回调请求（webhook）的签名不符，或者已经过期.","code":"invalid_webhook","prev":false,"next":false},"headers":[],"relativePath":"zh/codes/invalid_webhook.md","filePath":"zh/codes/invalid_webhook.md"}');
const _sfc_main = { name: "zh/codes/invalid_webhook.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="invalid_webhook" tabindex="-1">invalid_webhook <a class="header-anchor" href="#invalid_webhook" aria-label="Permalink to &quot;invalid\\_webhook&quot;">​</a></h1><p><a href="/usersig/codes/invalid_webhook.html">English</a> · <strong>中文</strong></p><h2 id="签发接口或守卫拒绝请求" tabindex="-1">签发接口或守卫拒绝请求 <a class="header-anchor" href="#签发接口或守卫拒绝请求" aria-label="Permalink to &quot;签发接口或守卫拒绝请求&quot;">​</a></h2><p>回调请求（webhook）的签名不符，或者已经过期</p><p><a href="/usersig/zh/codes/">全部错误码</a></p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("zh/codes/invalid_webhook.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const invalid_webhook = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  invalid_webhook as default
};
