import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"http_status","description":"a proxy or a wrong address answered.","frontmatter":{"title":"http_status","description":"a proxy or a wrong address answered.","code":"http_<status>","prev":false,"next":false},"headers":[],"relativePath":"codes/http_status.md","filePath":"codes/http_status.md"}');
const _sfc_main = { name: "codes/http_status.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="http_60status62" tabindex="-1">http_&lt;status&gt; <a class="header-anchor" href="#http_60status62" aria-label="Permalink to &quot;http\\_&amp;#60;status&amp;#62;&quot;">​</a></h1><p><strong>English</strong> · <a href="/usersig/zh/codes/http_status.html">中文</a></p><h2 id="the-client-in-the-app-gets-no-ticket" tabindex="-1">The client in the app gets no ticket <a class="header-anchor" href="#the-client-in-the-app-gets-no-ticket" aria-label="Permalink to &quot;The client in the app gets no ticket&quot;">​</a></h2><p>a proxy or a wrong address answered</p><p><a href="/usersig/codes/">All codes</a></p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("codes/http_status.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const http_status = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  http_status as default
};
