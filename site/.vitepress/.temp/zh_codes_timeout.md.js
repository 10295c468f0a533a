import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"timeout","description":"错误信息中指明的那一步耗时太久.","frontmatter":{"title":"timeout","description":"错误信息中指明的那一步耗时太久.","code":"timeout","prev":false,"next":false},"headers":[],"relativePath":"zh/codes/timeout.md","filePath":"zh/codes/timeout.md"}');
const _sfc_main = { name: "zh/codes/timeout.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="timeout" tabindex="-1">timeout <a class="header-anchor" href="#timeout" aria-label="Permalink to &quot;timeout&quot;">​</a></h1><p><a href="/usersig/codes/timeout.html">English</a> · <strong>中文</strong></p><h2 id="客户端没有得到票据" tabindex="-1">客户端没有得到票据 <a class="header-anchor" href="#客户端没有得到票据" aria-label="Permalink to &quot;客户端没有得到票据&quot;">​</a></h2><p>错误信息中指明的那一步耗时太久</p><p><a href="/usersig/zh/codes/">全部错误码</a></p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("zh/codes/timeout.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const timeout = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  timeout as default
};
