import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"invalid_answer","description":"a login page, a captive portal, or the field that is named.","frontmatter":{"title":"invalid_answer","description":"a login page, a captive portal, or the field that is named.","code":"invalid_answer","prev":false,"next":false},"headers":[],"relativePath":"codes/invalid_answer.md","filePath":"codes/invalid_answer.md"}');
const _sfc_main = { name: "codes/invalid_answer.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="invalid_answer" tabindex="-1">invalid_answer <a class="header-anchor" href="#invalid_answer" aria-label="Permalink to &quot;invalid\\_answer&quot;">​</a></h1><p><strong>English</strong> · <a href="/usersig/zh/codes/invalid_answer.html">中文</a></p><h2 id="the-client-in-the-app-gets-no-ticket" tabindex="-1">The client in the app gets no ticket <a class="header-anchor" href="#the-client-in-the-app-gets-no-ticket" aria-label="Permalink to &quot;The client in the app gets no ticket&quot;">​</a></h2><p>a login page, a captive portal, or the field that is named</p><p><a href="/usersig/codes/">All codes</a></p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("codes/invalid_answer.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const invalid_answer = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  invalid_answer as default
};
