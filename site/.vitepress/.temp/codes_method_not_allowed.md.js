import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"method_not_allowed","description":"not POST.","frontmatter":{"title":"method_not_allowed","description":"not POST.","code":"method_not_allowed","prev":false,"next":false},"headers":[],"relativePath":"codes/method_not_allowed.md","filePath":"codes/method_not_allowed.md"}');
const _sfc_main = { name: "codes/method_not_allowed.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="method_not_allowed" tabindex="-1">method_not_allowed <a class="header-anchor" href="#method_not_allowed" aria-label="Permalink to &quot;method\\_not\\_allowed&quot;">​</a></h1><p><strong>English</strong> · <a href="/usersig/zh/codes/method_not_allowed.html">中文</a></p><h2 id="an-endpoint-or-a-guard-refuses-a-request" tabindex="-1">An endpoint or a guard refuses a request <a class="header-anchor" href="#an-endpoint-or-a-guard-refuses-a-request" aria-label="Permalink to &quot;An endpoint or a guard refuses a request&quot;">​</a></h2><p>not POST</p><p><a href="/usersig/codes/">All codes</a></p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("codes/method_not_allowed.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const method_not_allowed = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  method_not_allowed as default
};
