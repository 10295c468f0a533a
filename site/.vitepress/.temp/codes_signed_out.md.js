import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"signed_out","description":"another tab signed out.","frontmatter":{"title":"signed_out","description":"another tab signed out.","code":"signed_out","prev":false,"next":false},"headers":[],"relativePath":"codes/signed_out.md","filePath":"codes/signed_out.md"}');
const _sfc_main = { name: "codes/signed_out.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="signed_out" tabindex="-1">signed_out <a class="header-anchor" href="#signed_out" aria-label="Permalink to &quot;signed\\_out&quot;">​</a></h1><p><strong>English</strong> · <a href="/usersig/zh/codes/signed_out.html">中文</a></p><h2 id="the-client-in-the-app-gets-no-ticket" tabindex="-1">The client in the app gets no ticket <a class="header-anchor" href="#the-client-in-the-app-gets-no-ticket" aria-label="Permalink to &quot;The client in the app gets no ticket&quot;">​</a></h2><p>another tab signed out</p><p><a href="/usersig/codes/">All codes</a></p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("codes/signed_out.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const signed_out = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  signed_out as default
};
