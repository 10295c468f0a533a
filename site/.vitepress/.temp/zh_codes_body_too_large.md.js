import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"body_too_large","description":"请求体超过 16 KiB.","frontmatter":{"title":"body_too_large","description":"请求体超过 16 KiB.","code":"body_too_large","prev":false,"next":false},"headers":[],"relativePath":"zh/codes/body_too_large.md","filePath":"zh/codes/body_too_large.md"}');
const _sfc_main = { name: "zh/codes/body_too_large.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="body_too_large" tabindex="-1">body_too_large <a class="header-anchor" href="#body_too_large" aria-label="Permalink to &quot;body\\_too\\_large&quot;">​</a></h1><p><a href="/usersig/codes/body_too_large.html">English</a> · <strong>中文</strong></p><h2 id="签发接口或守卫拒绝请求" tabindex="-1">签发接口或守卫拒绝请求 <a class="header-anchor" href="#签发接口或守卫拒绝请求" aria-label="Permalink to &quot;签发接口或守卫拒绝请求&quot;">​</a></h2><p>请求体超过 16 KiB</p><p><a href="/usersig/zh/codes/">全部错误码</a></p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("zh/codes/body_too_large.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const body_too_large = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  body_too_large as default
};
