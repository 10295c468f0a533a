import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"unsupported_media_type","description":"请求体不是 application/json，不是 UTF-8，或者经过压缩.","frontmatter":{"title":"unsupported_media_type","description":"请求体不是 application/json，不是 UTF-8，或者经过压缩.","code":"unsupported_media_type","prev":false,"next":false},"headers":[],"relativePath":"zh/codes/unsupported_media_type.md","filePath":"zh/codes/unsupported_media_type.md"}');
const _sfc_main = { name: "zh/codes/unsupported_media_type.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="unsupported_media_type" tabindex="-1">unsupported_media_type <a class="header-anchor" href="#unsupported_media_type" aria-label="Permalink to &quot;unsupported\\_media\\_type&quot;">​</a></h1><p><a href="/usersig/codes/unsupported_media_type.html">English</a> · <strong>中文</strong></p><h2 id="签发接口或守卫拒绝请求" tabindex="-1">签发接口或守卫拒绝请求 <a class="header-anchor" href="#签发接口或守卫拒绝请求" aria-label="Permalink to &quot;签发接口或守卫拒绝请求&quot;">​</a></h2><p>请求体不是 application/json，不是 UTF-8，或者经过压缩</p><p><a href="/usersig/zh/codes/">全部错误码</a></p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("zh/codes/unsupported_media_type.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const unsupported_media_type = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  unsupported_media_type as default
};
