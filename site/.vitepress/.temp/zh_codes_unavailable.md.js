import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"unavailable","description":"无法取得密钥，或者某个回调函数耗时太久；按 Retry-After 稍后再试.","frontmatter":{"title":"unavailable","description":"无法取得密钥，或者某个回调函数耗时太久；按 Retry-After 稍后再试.","code":"unavailable","prev":false,"next":false},"headers":[],"relativePath":"zh/codes/unavailable.md","filePath":"zh/codes/unavailable.md"}');
const _sfc_main = { name: "zh/codes/unavailable.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="unavailable" tabindex="-1">unavailable <a class="header-anchor" href="#unavailable" aria-label="Permalink to &quot;unavailable&quot;">​</a></h1><p><a href="/usersig/codes/unavailable.html">English</a> · <strong>中文</strong></p><h2 id="签发接口或守卫拒绝请求" tabindex="-1">签发接口或守卫拒绝请求 <a class="header-anchor" href="#签发接口或守卫拒绝请求" aria-label="Permalink to &quot;签发接口或守卫拒绝请求&quot;">​</a></h2><p>无法取得密钥，或者某个回调函数耗时太久；按 Retry-After 稍后再试</p><p><a href="/usersig/zh/codes/">全部错误码</a></p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("zh/codes/unavailable.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const unavailable = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  unavailable as default
};
