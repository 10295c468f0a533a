import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"not_found","description":"请求了适配器所服务路径之外的路径，或者 tenant 不认识这个应用.","frontmatter":{"title":"not_found","description":"请求了适配器所服务路径之外的路径，或者 tenant 不认识这个应用.","code":"not_found","prev":false,"next":false},"headers":[],"relativePath":"zh/codes/not_found.md","filePath":"zh/codes/not_found.md"}');
const _sfc_main = { name: "zh/codes/not_found.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="not_found" tabindex="-1">not_found <a class="header-anchor" href="#not_found" aria-label="Permalink to &quot;not\\_found&quot;">​</a></h1><p><a href="/usersig/codes/not_found.html">English</a> · <strong>中文</strong></p><h2 id="签发接口或守卫拒绝请求" tabindex="-1">签发接口或守卫拒绝请求 <a class="header-anchor" href="#签发接口或守卫拒绝请求" aria-label="Permalink to &quot;签发接口或守卫拒绝请求&quot;">​</a></h2><p>请求了适配器所服务路径之外的路径，或者 tenant 不认识这个应用</p><p><a href="/usersig/zh/codes/">全部错误码</a></p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("zh/codes/not_found.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const not_found = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  not_found as default
};
