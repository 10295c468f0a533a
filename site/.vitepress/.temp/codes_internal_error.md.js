import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"internal_error","description":"a callback failed, or the key is wrong; onError hears why.","frontmatter":{"title":"internal_error","description":"a callback failed, or the key is wrong; onError hears why.","code":"internal_error","prev":false,"next":false},"headers":[],"relativePath":"codes/internal_error.md","filePath":"codes/internal_error.md"}');
const _sfc_main = { name: "codes/internal_error.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="internal_error" tabindex="-1">internal_error <a class="header-anchor" href="#internal_error" aria-label="Permalink to &quot;internal\\_error&quot;">​</a></h1><p><strong>English</strong> · <a href="/usersig/zh/codes/internal_error.html">中文</a></p><h2 id="an-endpoint-or-a-guard-refuses-a-request" tabindex="-1">An endpoint or a guard refuses a request <a class="header-anchor" href="#an-endpoint-or-a-guard-refuses-a-request" aria-label="Permalink to &quot;An endpoint or a guard refuses a request&quot;">​</a></h2><p>a callback failed, or the key is wrong; <code>onError</code> hears why</p><p><a href="/usersig/codes/">All codes</a></p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("codes/internal_error.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const internal_error = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  internal_error as default
};
