import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"http_status","description":"回答来自别处，例如代理服务器，或者地址有误.","frontmatter":{"title":"http_status","description":"回答来自别处，例如代理服务器，或者地址有误.","code":"http_<status>","prev":false,"next":false},"headers":[],"relativePath":"zh/codes/http_status.md","filePath":"zh/codes/http_status.md"}');
const _sfc_main = { name: "zh/codes/http_status.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="http_60status62" tabindex="-1">http_&lt;status&gt; <a class="header-anchor" href="#http_60status62" aria-label="Permalink to &quot;http\\_&amp;#60;status&amp;#62;&quot;">​</a></h1><p><a href="/usersig/codes/http_status.html">English</a> · <strong>中文</strong></p><h2 id="客户端没有得到票据" tabindex="-1">客户端没有得到票据 <a class="header-anchor" href="#客户端没有得到票据" aria-label="Permalink to &quot;客户端没有得到票据&quot;">​</a></h2><p>回答来自别处，例如代理服务器，或者地址有误</p><p><a href="/usersig/zh/codes/">全部错误码</a></p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("zh/codes/http_status.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const http_status = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  http_status as default
};
