import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"missing_user_sig","description":"the guard found no ticket.","frontmatter":{"title":"missing_user_sig","description":"the guard found no ticket.","code":"missing_user_sig","prev":false,"next":false},"headers":[],"relativePath":"codes/missing_user_sig.md","filePath":"codes/missing_user_sig.md"}');
const _sfc_main = { name: "codes/missing_user_sig.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="missing_user_sig" tabindex="-1">missing_user_sig <a class="header-anchor" href="#missing_user_sig" aria-label="Permalink to &quot;missing\\_user\\_sig&quot;">​</a></h1><p><strong>English</strong> · <a href="/usersig/zh/codes/missing_user_sig.html">中文</a></p><h2 id="an-endpoint-or-a-guard-refuses-a-request" tabindex="-1">An endpoint or a guard refuses a request <a class="header-anchor" href="#an-endpoint-or-a-guard-refuses-a-request" aria-label="Permalink to &quot;An endpoint or a guard refuses a request&quot;">​</a></h2><p>the guard found no ticket</p><p><a href="/usersig/codes/">All codes</a></p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("codes/missing_user_sig.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const missing_user_sig = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  missing_user_sig as default
};
